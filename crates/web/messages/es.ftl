# Lo que rodea cada página.
shell-home = Inicio
shell-skip = Ir al contenido principal
shell-error-title = Error:
shell-menu = Menú
shell-close = Cerrar
shell-main-nav = Principal
shell-breadcrumbs = Ruta de esta página
shell-section-my-work = Mi trabajo
shell-section-overview = Resumen
shell-section-plan = Plan
shell-section-agreements = Acuerdos
shell-section-people = Personas
shell-section-meetings = Reuniones
shell-sign-in = Iniciar sesión
shell-sign-out = Cerrar sesión
shell-search = Buscar
shell-bell = { $count ->
    [0] Avisos, nada nuevo
    [one] Avisos, 1 le espera
   *[other] Avisos, { $count } le esperan
 }
shell-account = Su cuenta: { $name }
shell-help = Ayuda y atajos de teclado
shell-footer-nav = Todas las páginas
shell-demo = Esta es una demostración. Sus personas, organizaciones y números son inventados.
shell-official-label = Sitio web oficial
shell-official = Un sitio web oficial de { $government }
shell-official-how = Así es como usted puede verificarlo
shell-official-gov = Los sitios web oficiales usan .gov
shell-official-gov-text = Un sitio web .gov pertenece a una oficina oficial del gobierno en los Estados Unidos.
shell-official-https = Los sitios web seguros .gov usan HTTPS
shell-official-https-text = Un candado o https:// significa que usted se conectó de forma segura. Comparta información privada solo en sitios web oficiales y seguros.

# Fechas y números.
shell-percent = { $number }%
shell-share = { $part } de { $whole }
shell-share-percent = { $part } de { $whole } ({ $percent })
shell-due-today = hoy
shell-due-tomorrow = mañana
shell-due-in = { $days ->
    [one] en { $days } día
   *[other] en { $days } días
 }
shell-due-late = { $days ->
    [one] { $days } día de retraso
   *[other] { $days } días de retraso
 }
shell-ago-now = Ahora mismo
shell-ago-minutes = { $minutes ->
    [one] hace { $minutes } minuto
   *[other] hace { $minutes } minutos
 }
shell-ago-today = Hoy a las { $time }
shell-ago-yesterday = Ayer a las { $time }
shell-ago-date = { $date } a las { $time }

# Piezas de las páginas.
ui-errors-title = { $count ->
    [one] Hay un problema
   *[other] Hay { $count } problemas
 }
ui-errors-text = No se perdió nada. Cambie lo que está marcado y envíelo otra vez.
ui-error = Error:
ui-optional = opcional
ui-choose = Elija una opción
ui-show = Mostrar
ui-clear = Quitar todos
ui-undo = Deshacer
ui-cancel = Cancelar
ui-working = Un momento…
ui-copy = Copiar
ui-copied = Copiado
ui-next = Página siguiente
ui-first = Primera página
ui-pages = Páginas
ui-table = Ver esto en una tabla
ui-live = Se actualiza al momento
ui-live-paused = Las novedades están en pausa
ui-live-pause = Pausar
ui-live-resume = Reanudar
ui-live-new = { $count ->
    [one] { $count } cambio nuevo
   *[other] { $count } cambios nuevos
 }
ui-live-show = Mostrarlos
ui-what-happens = Qué pasa
ui-who-knows = Quién lo sabrá
ui-take-back = ¿Se puede deshacer?

# Atajos de teclado.
keys-search = Ir al cuadro de búsqueda o de filtros
keys-home = Ir a Mi trabajo
keys-overview = Ir al resumen
keys-plan = Ir al plan
keys-people = Ir a personas
keys-help = Mostrar esta lista
keys-off = Desactivar los atajos de teclado
keys-on = Activar los atajos de teclado
keys-then = y luego

# Páginas que dicen qué salió mal.
failure-missing = No encontramos esa página
failure-missing-text = Puede que se haya movido o que solo otras personas puedan verla. Revise la dirección o vuelva al inicio.
failure-invalid = No podemos leer esa solicitud
failure-invalid-text = Algo en ella no está como debe. Regrese, revise lo que escribió y envíelo otra vez.
failure-conflict = Eso ya no corresponde
failure-conflict-text = Alguien se adelantó, o ya está hecho. Regrese y vea cómo está ahora.
failure-stale = Esto cambió mientras usted trabajaba
failure-stale-text = Otra persona guardó un cambio antes. Regrese, vea la nueva versión y haga su cambio otra vez.
failure-forbidden = Usted no puede hacer eso aquí
failure-forbidden-text = Su función no lo permite. La persona que coordina su alianza puede cambiarlo.
failure-sign-in = Inicie sesión, por favor
failure-sign-in-text = Esta página es para quienes iniciaron sesión. Después usted vuelve aquí.
failure-step-up = Demuestre otra vez que es usted, por favor
failure-step-up-text = Esto requiere un inicio de sesión reciente. Después usted vuelve aquí.
failure-too-many = Demasiados intentos
failure-too-many-text = Espere unos minutos e intente otra vez.
failure-too-large = Ese archivo es demasiado grande
failure-too-large-text = Envíe uno más pequeño o divídalo en partes.
failure-unavailable = Esto no funciona en este momento
failure-unavailable-text = No se guardó nada de lo que envió. Intente otra vez en un minuto.
failure-fault = Algo salió mal de nuestro lado
failure-fault-text = No se guardó nada de lo que envió. Anotamos lo que pasó. Intente otra vez, o dé el número de abajo a la persona que coordina su alianza.
failure-reference = Número para pedir ayuda: { $reference }
failure-home = Ir al inicio

# Qué está mal en un campo.
error-required = Complete este campo
error-too-long = Use { $max } caracteres como máximo. Aquí hay { $found }
error-control-character = Quite los signos que no se ven. Suelen venir con el texto copiado
error-slug-unknown = Use letras minúsculas, números y guiones, como rio-verde
error-email-unknown = Escriba un correo electrónico, como nombre@agencia.gov
error-link-unknown = Escriba una dirección web que empiece con https://
error-choice-unknown = Elija una opción de la lista
error-date-unknown = Escriba una fecha que exista en el calendario, como 2026-05-12
error-whole-number = Escriba un número entero, como 12
error-number = Escriba un número, como 12.5
error-json = No se puede leer este JSON, línea { $line }, columna { $column }: { $problem }
error-json-object = Envíe un objeto JSON
error-revision = Envíe el número de la versión que usted vio
error-media-type = Envíe esto como formulario o como JSON
error-given-twice = Dé esto una sola vez. Llegó dos veces, con dos valores
error-media-type-json = Envíe esto como JSON
error-body-packed = Envíe esto sin comprimir (sin Content-Encoding)
error-text-not-utf8 = Envíe este texto en UTF-8
error-text-with-nul = Quite los signos que no se ven. Suelen venir con texto copiado
error-idempotency-key = Envíe una clave de 1 a 200 letras sin acento, números y signos, como un UUID

# Qué está mal en una solicitud.
error-invalid = Hay que cambiar algunos campos
error-no-page = No hay nada en esta dirección.
error-no-method = Esta dirección no acepta lo que se envió.
error-not-found = Aquí no hay nada que usted pueda ver.
error-sign-in-needed = Inicie sesión para continuar.
error-step-up-needed = Inicie sesión otra vez para continuar.
error-forbidden = Su función no permite esto.
error-token-scope = A esta clave le falta el permiso { $scope }.
error-duplicate = Ya existe uno igual.
error-stale = Alguien cambió esto después de que usted lo abrió.
error-repeated = Esto ya se hizo.
error-cursor-unknown = La lista cambió. Empiece por la primera página.
error-unavailable = El servicio está ocupado.
error-fault = Algo salió mal de nuestro lado.
error-request-too-large = Envíe { $megabytes } MB como máximo.
error-body-unreadable = No se pudo leer lo que se envió.
error-cross-site = Esto vino de otro sitio web. Abra la página aquí y envíelo otra vez.
error-key-reused = Esta clave se usó para otra solicitud. Use una nueva.
error-answer-lost = Esto se hizo, pero la respuesta se perdió. Vea cómo está ahora.

# La descripción de la API.
api-title = Para programas
api-short = Todo lo que hace una página, también lo puede hacer un programa. Cree una clave en la página de su cuenta y envíela con cada solicitud.
api-file = La descripción en un archivo (OpenAPI 3.1)
api-areas = Áreas
api-body = Qué contiene el cuerpo
api-member = Miembro
api-type = Tipo
api-about = Qué significa
api-required = necesario
api-answers = Responde con: { $statuses }
ui-signed-copy = Copia firmada
