# El registro, para todo el mundo.
log-title = Registro público
log-open-to-all = Abierto a todo el mundo. Sin iniciar sesión.
log-open-to-partners = Solo los socios ven esta página.
log-short = Lo que hacen los socios deja aquí una marca que nadie puede borrar: { $entries } entradas, selladas { $seals } veces. Usted puede comprobar que un recibo es auténtico y que nadie cambió el pasado. En el registro no hay nombres.
log-short-alarm = Algo no está bien en este registro. Lea abajo lo que se encontró y guarde su propia copia.
log-stat-entries = Entradas
log-stat-entries-text = Algunas no representan nada, para que el número no diga nada
log-stat-latest = Último sello
log-stat-next = El próximo llega a las { $time }
log-stat-past = ¿Cambió el pasado?
log-stat-past-never = Nunca
log-stat-past-look = Mire abajo
log-stat-since = se muestra desde el { $date }
log-stat-witnesses = Testigos externos
log-no-quorum = No se exige un número de testigos
log-confirmed = Lo confirmaron { $by } de { $of }; hacen falta { $quorum }
log-confirmed-earlier = Aún sin confirmar. El último sello confirmado tiene { $entries } entradas; hacen falta { $quorum } testigos
log-confirmed-never = Aún sin confirmar; hacen falta { $quorum } testigos
log-split-title = A alguien se le mostró otro pasado
log-split-text = Estos sellos llevan la firma de este registro, pero el registro nunca los tuvo. Quien lo administra contó dos historias, o alguien robó su clave. Avise a los demás socios.
log-split-line = Un sello sobre { $entries } entradas, encontrado el { $date }
log-halt-behind = No se hacen sellos nuevos: los datos son más antiguos que el último sello, como después de restaurar una copia. El operador tiene que ponerlos al día primero.
log-halt-record-lost = No se hacen sellos nuevos: falta la constancia que guarda el operador del último sello.
log-halt-record-differs = No se hacen sellos nuevos: la constancia que guarda el operador del último sello no coincide con los datos.
log-halt-damaged = No se hacen sellos nuevos: el registro guardado no es el que se selló.
log-halt-no-key = No se hacen sellos nuevos: falta la clave de este registro.

log-check-title = Comprobar un recibo
log-number = Número de recibo
log-number-hint = Se parece a evt_01j9x8m2c0k4q6r8t0v2x4z6a8
log-check-number = Comprobar el número
log-file = O elija el archivo del recibo
log-file-hint = El archivo que recibió con el recibo. Termina en .tlog-proof
log-text = O pegue su contenido
log-check-file = Comprobar el archivo
log-check-empty = La respuesta aparecerá aquí.
log-check-known = Sí, ese recibo existe
log-check-holds = Sí, es auténtico y nadie lo cambió
log-check-kept = Sí, el registro aún contiene lo que usted guardó
log-check-kept-text = Todo lo que había entonces en el registro sigue ahí, sin cambios.
log-check-place = Es la entrada { $place } del registro.
log-check-matches = El recibo coincide con la entrada { $place }.
log-check-signed = El registro lo firmó.
log-check-steps = La entrada lleva al sello sobre { $entries } entradas en { $steps ->
    [one] 1 paso
   *[other] { $steps } pasos
}.
log-check-witnesses = Testigos externos que confirmaron el sello: { $names }.
log-check-no-witness = Ningún testigo externo ha confirmado aún este sello.
log-check-event = Lo que dice el recibo
log-check-waits = Todavía no tiene su lugar en el registro
log-check-waits-text = Tarda uno o dos segundos. Vuelva a comprobarlo en un momento.
log-check-unknown = No hay ningún recibo con ese número
log-check-unknown-text = Compare cada letra y cada cifra con su recibo. Puede ser de otra alianza.
log-check-other-code = El número existe, pero el código no es correcto
log-check-other-code-text = Alguien cambió el papel, o el código no se leyó bien. No se fíe de él antes de comparar el archivo.
log-check-wrong-form = Esto no es un recibo
log-check-wrong-form-text = El archivo tiene otra forma. Elija el que termina en .tlog-proof, o un sello que usted guardó.
log-check-wrong-other-log = Este recibo es de otro registro
log-check-wrong-other-log-text = Busque el nombre del registro en sus primeras líneas y compruébelo allí.
log-check-wrong-not-signed = No, este registro no lo firmó
log-check-wrong-not-signed-text = El sello del archivo fue cambiado o lo hizo otra persona. No se fíe de él.
log-check-wrong-no-event = No, su contenido falta o no se puede leer
log-check-wrong-no-event-text = La parte que dice qué pasó se quitó o se dañó. Pida el archivo otra vez.
log-check-wrong-altered = No, alguien lo cambió
log-check-wrong-altered-text = Lo que dice no es lo que el registro guarda en ese lugar. No se fíe de él.
log-check-wrong-not-ours = No, y esto es grave
log-check-wrong-not-ours-text = La clave del registro firmó este sello, pero el registro nunca lo tuvo. A alguien se le mostró otro pasado. Se avisa a todos los socios.

log-how = Cómo funciona
log-how-1 = Cada acto se convierte en un número corto
log-how-1-text = Si cambia una letra, el número es otro. Nadie puede leer el acto a partir del número.
log-how-2 = Los números se pliegan de dos en dos
log-how-2-text = De dos sale uno, una y otra vez, hasta que queda uno solo: el sello.
log-how-3 = Personas de fuera firman cada sello nuevo
log-how-3-text = Si alguien cambiara el pasado, los sellos no coincidirían y los testigos lo dirían.
log-how-quiet = Los sellos que usted ve llegan a horas fijas y crecen en una cantidad fija. Así nadie puede deducir de ellos cuándo trabajó alguien, ni cuánto.
log-witnesses = Quién vigila
log-witnesses-caption = Testigos externos y el último sello que confirmó cada uno
log-witnesses-none = Todavía no vigila nadie de fuera
log-witnesses-none-text = Un socio, una auditoría o una biblioteca puede tener un testigo. Confirma que el registro solo ha crecido.
log-witness-never = Nunca
log-entries = { $count ->
    [one] 1 entrada
   *[other] { $count } entradas
}
log-column-witness = Testigo
log-column-confirmed = Última confirmación
log-column-seal = Sello
log-column-same = Igual que el nuestro
log-column-address = Dónde se le pregunta
log-column-act = Cambiar
log-standing-current = Sí
log-standing-waiting = Todavía no
log-standing-new = Todavía no
log-standing-behind = Va con retraso
log-standing-alarm = No
log-trouble-unreachable = No responde desde el { $since }.
log-trouble-nonsense = Sus respuestas desde el { $since } no sirven.
log-trouble-unknown-log = No conoce este registro (desde el { $since }). Dé la clave del registro a quien lo administra.
log-trouble-not-believed = No reconoce la firma del registro (desde el { $since }).
log-trouble-ahead = Confirmó más de lo que hay aquí (desde el { $since }): el registro se hizo retroceder.
log-trouble-fork = Dice que el pasado es otro (desde el { $since }).
log-seals = Últimos sellos
log-seals-caption = Los últimos sellos, del más nuevo al más antiguo
log-seals-none = Todavía no hay sellos
log-seals-none-text = El primero se hace cuando pasa algo en la alianza.
log-column-when = Cuándo
log-column-entries = Entradas
log-download = Descargar todo el registro
log-experts = Todos los números, para especialistas
log-experts-text = Árbol de Merkle con SHA-256 según RFC 6962, en los formatos de C2SP (tlog-tiles, tlog-checkpoint, tlog-cosignature).
log-origin = Nombre del registro
log-size = Entradas
log-root = Sello
log-key = Clave { $number }

# El registro, para los socios.
log-own-title = Registro y pruebas
log-own-short = Cada hecho de la alianza tiene su lugar en el registro: { $events } hechos, { $entries } entradas. Llévese una prueba y dentro de años podrá mostrar qué pasó, sin nosotros.
log-events = Hechos
log-events-caption = Hechos con su lugar en el registro, del más nuevo al más antiguo
log-events-about = Solo lo que trata de { $about }.
log-events-none = No hay hechos
log-events-none-text = No ha pasado nada que usted pueda llevarse. Los hechos nuevos aparecen aquí en uno o dos segundos.
log-column-kind = Qué pasó
log-column-about = Sobre qué
log-column-place = Entrada
log-column-proof = Prueba
log-proof = Prueba
log-event-title = Prueba de un hecho
log-event-short = Esta página prueba qué pasó y cuándo. Imprímala o llévese el archivo: cualquiera puede comprobarlo, sin cuenta.
log-event-waits = Espera su lugar
log-event-sealed = En el registro
log-event-shown = En el registro público
log-event-destroyed = Destruido
log-event-says = Lo que dice
log-event-nothing = Ya nadie puede saber qué decía este hecho, o todavía no tiene su lugar. El registro sigue siendo coherente.
log-event-facts = Datos
log-event-about = La página de { $about }
log-proof-download = Descargar la prueba
log-proof-text = El camino de la entrada al sello, desde el paso más bajo.
log-step = Paso { $number }
log-when = Cuándo
log-place = Entrada
log-confirmed-by = Confirmado por
log-code = Compruébelo
log-code-picture = Un código cuadrado con la dirección que comprueba este hecho
log-code-text = Enfoque el cuadrado con la cámara de un teléfono, o escriba la dirección. No dice nada más que el número del hecho.
log-settings-title = Ajustes del registro
log-settings-short = Quién puede ver el registro y quién lo confirma desde fuera.
log-open-title = Quién puede verlo
log-open-yes = Cualquiera puede ver el registro. No contiene nombres.
log-open-no = Solo los socios pueden ver el registro. Los testigos y los programas de otros no pueden leerlo.
log-open-button = Abrir el registro a todo el mundo
log-close-button = Mostrar el registro solo a los socios
log-opened-notice = Ahora cualquiera puede ver el registro.
log-closed-notice = Ahora solo los socios pueden ver el registro.
log-witnesses-text = Un testigo es un programa que administra otra persona. Se le pregunta con cada sello nuevo y confirma que el registro solo ha crecido.
log-witness-comes = Viene por su cuenta
log-witness-remove = Quitar
log-witness-add = Añadir un testigo
log-witness-name = Nombre
log-witness-name-hint = Quién lo administra, por ejemplo Auditoría del Estado
log-witness-key = Clave pública
log-witness-key-hint = Una línea: nombre+número+letras. El testigo la muestra al arrancar
log-witness-address = Dirección
log-witness-address-hint = Dónde se le pregunta, por ejemplo https://witness.example.gov/riverbend. Déjela vacía si viene por su cuenta
log-witness-added-notice = Se añadió el testigo. Se le pregunta con el próximo sello.
log-witness-removed-notice = Se quitó el testigo.
log-quorum-title = Cuántos tienen que confirmar
log-quorum = Número de testigos
log-quorum-hint = Un sello cuenta como confirmado cuando lo han confirmado tantos. 0: no se exige ninguno
log-quorum-save = Guardar el número
log-quorum-notice = Se guardó el número.

# Lo que dice el registro de actividad.
event-log-opened = { $who } cambió quién puede ver el registro.
event-log-quorum-set = { $who } fijó cuántos testigos tienen que confirmar el registro: { $quorum }
event-log-split-found = Se encontró un sello que el registro firmó y nunca tuvo: a alguien se le mostró otro pasado.
event-witness-added = { $who } añadió un testigo del registro: { $name }
event-witness-removed = { $who } quitó un testigo del registro: { $name }
event-witness-alarmed = El testigo { $name } dice que el registro fue cambiado: { $says }
word-says-ahead = confirmó más de lo que hay aquí
word-says-fork = no continúa lo que confirmó

# Errores.
error-log-missing = Aquí no hay todavía un registro. Su primer sello se hace en uno o dos segundos.
error-log-event-missing = Aquí no existe ese hecho.
error-log-tile-missing = El registro no tiene esa pieza.
error-log-event-waits = El hecho no tiene todavía su lugar en el registro. Pregunte otra vez en un momento.
error-log-event-destroyed = El hecho se destruyó como pide la ley. Ya nadie puede probar qué decía.
error-witness-missing = No existe ese testigo.
error-witness-taken = Ya hay un testigo con esta clave.
error-witness-quorum = Escriba un número que no sea mayor que el de los testigos.
error-witness-key = Escriba la clave de un testigo: una línea de la forma nombre+número+letras.
error-record-fields = Algunos campos necesitan otro valor.
error-log-stored = Una pieza guardada del registro no tiene sentido.

# Conservar y destruir.
retention-title = Conservar y destruir
retention-short = Cuánto tiempo conserva las cosas la alianza, y la constancia de que se destruyeron.
retention-rules = Cuánto tiempo
retention-rules-caption = Tipos de documentos y cuánto se conserva cada uno
retention-class = Qué
retention-days = Cuánto tiempo
retention-days-hint = Días después de su fin. El programa destruye una vez al día lo que ya toca
retention-days-after = { $days ->
    [0] Se destruye cuando termina
    [one] 1 día después de su fin
   *[other] { $days } días después de su fin
}
retention-why = Por qué
retention-why-hint = La ley o la cláusula del acuerdo que lo dice
retention-due-column = Toca ahora
retention-due = { $count ->
    [0] Ninguno
    [one] 1 documento
   *[other] { $count } documentos
}
retention-due-many = { $count } documentos o más
retention-for-ever = Hasta nuevo aviso
retention-lift = Conservar hasta nuevo aviso
retention-look = Continuar
retention-classes-none = Aquí nada tiene un fin
retention-classes-none-text = Los tipos de documentos que terminan aparecerán aquí.
retention-class-consents = Consentimientos
retention-class-consents-text = Un consentimiento que terminó o se retiró
retention-class-invitations = Invitaciones
retention-class-invitations-text = Una invitación contestada, retirada o vencida
retention-set-title = Fijar cuánto se conserva algo
retention-set-what = { $class }: se destruyen { $days ->
    [0] cuando terminan
    [one] 1 día después de su fin
   *[other] { $days } días después de su fin
}. Toca ahora mismo: { $due }.
retention-set-button = Fijar la regla
retention-set-notice = Se fijó la regla. Lo que ya toca se destruye en un día.
retention-lifted-notice = Se conserva hasta nuevo aviso.
retention-destroy-title = Destruir un documento
retention-destroy-text = Cuando la ley o un tribunal lo pide antes que la regla.
retention-id = Número del documento
retention-id-hint = Como lo muestra su página o el registro
retention-reason = Motivo
retention-reason-hint = La ley o la orden. No nombre a nadie: el motivo queda en el registro
retention-destroy-what = Se destruye el documento { $id } ({ $class }), con lo que el registro de hechos dice de él. El registro sigue siendo coherente, y ya nadie puede saber qué guardaba ahí.
retention-destroy-button = Destruirlo
retention-destroyed-notice = Se destruyó. Esta es la constancia.
retention-who-knows = Todos los socios ven que algo se destruyó y por qué; no lo que decía.
retention-take-back = No. Ni siquiera una copia de seguridad más antigua lo devuelve.
retention-certificates = Constancias
retention-certificates-caption = Lo que se destruyó, de lo más nuevo a lo más antiguo
retention-certificates-none = Todavía no se ha destruido nada
retention-certificates-none-text = Cada destrucción deja aquí una constancia.
retention-certificate = Constancia de destrucción
retention-certificate-short = Dice que se destruyeron documentos, cuándo y por qué. No dice qué eran.
retention-number = Número
retention-records = Documentos
retention-by = Por
retention-by-rule = { $days ->
    [0] La regla: cuando terminaron
    [one] La regla: 1 día después de su fin
   *[other] La regla: { $days } días después de su fin
}
retention-by-request = La petición de una persona
retention-by-restore = La lista de lo destruido, después de que una copia más antigua lo devolviera
event-retention-rule-set = { $who } fijó cuánto se conserva algo: { $class }, { $days } días
event-retention-rule-lifted = { $who } dijo que algo se conserva hasta nuevo aviso: { $class }
event-retention-destroyed = Se destruyeron { $records } documentos: { $class }
event-event-destroyed = Lo que había aquí se destruyó como pide la ley.
word-class-consents = consentimientos
word-class-invitations = invitaciones
error-retention-days = Escriba un número de días de 0 a { $max }.
error-retention-no-rule = No hay ninguna regla para esto; se conserva hasta nuevo aviso.
error-retention-no-class = No existe ese tipo de documento.
error-retention-not-kept = No hay ningún documento así de este tipo.
error-certificate-missing = No existe esa constancia.

# Exportaciones firmadas.
exports-title = Exportaciones firmadas
exports-short = Archivos que salieron con una firma. Quien recibió uno puede comprobar que nadie lo cambió, dentro de años y sin nosotros.
exports-caption = Exportaciones firmadas, de la más nueva a la más antigua
exports-none = Todavía no se ha firmado nada
exports-none-text = Elija Copia firmada junto a una descarga. Recibe el archivo, su firma, su prueba y cómo comprobarlos.
exports-file = Archivo
exports-bytes = { $count ->
    [one] 1 byte
   *[other] { $count } bytes
}
exports-who = Quién
exports-hash = SHA-256
exports-note = Firma
event-export-signed = { $who } exportó un archivo con firma: { $name }
error-export-missing = No existe esa exportación, o no hay nada que exportar en esa dirección.
error-export-too-large = El archivo es demasiado grande para una copia firmada. Acote la lista con los filtros.
