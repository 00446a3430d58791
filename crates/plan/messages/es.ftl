# La lista.
commitments-title = Compromisos
commitments-short = Un compromiso es una promesa de un socio a los demás, con fecha.
commitments-short-kept = En los últimos 12 meses se cumplió a tiempo el { $share }.
commitments-short-open = { $overdue ->
    [0] Ninguno está atrasado
    [one] { $overdue } está atrasado
   *[other] { $overdue } están atrasados
 } y { $soon ->
    [0] ninguno vence en 30 días.
    [one] { $soon } vence en 30 días.
   *[other] { $soon } vencen en 30 días.
 }
commitments-make = Hacer un compromiso
commitments-ask = Pedir un compromiso
commitments-mine = Solo los míos
commitments-all = Los de todos
commitments-stalled-link = Lo que está detenido
commitments-export = Guardar como tabla (CSV)
commitments-follow-through = Quién cumple su palabra
commitments-follow-through-all = Todos los socios y sus respuestas
commitments-follow-through-none = Todavía no vencía nada
commitments-follow-through-none-text = Aquí verá quién cumplió sus promesas, cuando venzan las primeras.
commitments-how = Cómo funcionan aquí las promesas
commitments-how-date = Solo el socio que hace una promesa puede cambiar su fecha.
commitments-how-history = Cada cambio de fecha queda a la vista, con su motivo.
commitments-how-remind = Le avisamos 7 días y 1 día antes. Sin correos de reproche.
commitments-how-confirm = El socio que espera el resultado dice cuándo está hecho.
commitments-how-totals = Contamos por socio, nunca por persona.
commitments-partner = Socio
commitments-partner-all = Todos los socios
commitments-to = Prometido a
commitments-goal = Meta
commitments-goal-all = Todas las metas
commitments-state = Estado
commitments-state-all = Todos
commitments-when = Cuándo
commitments-when-all = Cualquier fecha
commitments-words = Palabras
commitments-board = Tablero
commitments-table = Tabla
commitments-as-table = Ver como tabla
commitments-as-board = Ver como tablero
commitments-caption = Compromisos
commitments-column-empty = Nada por ahora.
commitments-column-what = Qué se promete
commitments-column-who = Quién
commitments-column-to = A quién
commitments-column-due = Vence
commitments-column-status = Estado
commitments-act = Cambiar la fecha o marcar como hecho
commitments-kept-span = en 90 días
commitments-none = Todavía no hay compromisos
commitments-none-text = Aquí se ven las promesas entre socios. Haga la primera.
commitments-none-found = Ningún compromiso coincide
commitments-none-found-text = Pruebe con otras palabras o con menos filtros.
commitments-see-all = Ver los { $count }
commitments-more-than = más de { $count }
commitments-you = { $name } (usted)
commitments-everybody = Todos los socios
commitments-due = Vence el { $date }
commitments-due-moved = Vencía el { $date }. Nueva fecha: { $new }
commitments-due-kept = Vencía el { $date }. Cumplido el { $kept }
commitments-thanks-said = «{ $text }»
commitments-moved-note = { $count ->
    [one] Se movió una vez, desde el { $from }: «{ $why }»
   *[other] Se movió { $count } veces, la última desde el { $from }: «{ $why }»
 }
commitments-part-overdue = Atrasados
commitments-part-30 = Vencen en 30 días
commitments-part-later = Más adelante
commitments-part-kept = Cumplidos
commitments-shelf-active = Abierto
commitments-shelf-broken = No cumplido
commitments-shelf-claimed = Hecho, sin confirmar
commitments-shelf-dropped = Rechazado o retirado
commitments-shelf-kept = Cumplido
commitments-shelf-offered = Espera respuesta

# Cómo está.
commitments-status-proposed = Espera respuesta
commitments-status-today = Vence hoy
commitments-status-on-time = A tiempo
commitments-status-late = { $days ->
    [one] { $days } día de retraso
   *[other] { $days } días de retraso
 }
commitments-status-claimed = Hecho, sin confirmar
commitments-status-kept = Cumplido
commitments-status-kept-late = { $days ->
    [one] Cumplido con { $days } día de retraso
   *[other] Cumplido con { $days } días de retraso
 }
commitments-status-broken = No cumplido
commitments-status-declined = Rechazado
commitments-status-withdrawn = Retirado

# Un compromiso.
commitments-one = Compromiso
commitments-undo = Deshacer mi último paso
commitments-in-short-offered = { $who } ofrece esto a { $to } para el { $date }.
commitments-in-short-asked = { $to } pide esto a { $who } para el { $date }.
commitments-in-short-dropped = { $who } y { $to } hablaron de esto para el { $date }.
commitments-in-short-promised = { $who } prometió esto a { $to } para el { $date }.
commitments-in-short-waits = Ahora le toca responder a: { $who }.
commitments-in-short-ahead = { $days ->
    [0] Vence hoy.
    [one] Queda { $days } día.
   *[other] Quedan { $days } días.
 }
commitments-in-short-late = { $days ->
    [one] Tiene { $days } día de retraso.
   *[other] Tiene { $days } días de retraso.
 }
commitments-in-short-claimed = Quien lo prometió dice que está hecho. Ahora le toca decir si es así a: { $to }.
commitments-in-short-kept = { $days ->
    [0] Se cumplió a tiempo.
    [one] Se cumplió con { $days } día de retraso.
   *[other] Se cumplió con { $days } días de retraso.
 }
commitments-in-short-broken = No se cumplió.
commitments-in-short-over = No llegó a ser una promesa.
commitments-details = Más información
commitments-evidence = Pruebas
commitments-evidence-none = Todavía no hay enlaces ni archivos.
commitments-evidence-remove = Quitar
commitments-evidence-about = { $kind }, lo agregó { $who }, { $when }
commitments-link = Enlace
commitments-file = Archivo { $kind }, { $size } KB
commitments-history = Qué pasó
commitments-facts = Datos
commitments-who = Quiénes
commitments-who-promises = Promete
commitments-who-in-charge = A cargo
commitments-who-seat = En el puesto
commitments-who-waits = Lo espera
commitments-dates = Fechas
commitments-date-due = Vence
commitments-date-old = Fecha anterior
commitments-date-missed = Fecha no cumplida
commitments-date-moved = { $date }: «{ $why }»
commitments-date-done = Hecho
commitments-why-here = De dónde viene
commitments-origin = Viene de
commitments-origin-read = Leer de dónde viene
commitments-reference = Cuál
commitments-coordinator-of = { $name }, por toda la alianza
commitments-leads-of = responsables de { $name }
commitments-coordinators = quienes coordinan la alianza
commitments-can-help = Quién puede ayudar: { $who }.
commitments-in-the-way = Qué lo impide: «{ $text }»
commitments-stall = Esto necesita ayuda
commitments-stall-overdue = La fecha ya pasó y no está hecho.
commitments-stall-quiet = La fecha está cerca y nadie ha dicho nada en 30 días.
commitments-stall-unanswered = La oferta espera respuesta desde hace una semana o más.
commitments-stall-unconfirmed = Hace una semana o más se dijo que está hecho, y nadie lo ha confirmado.
commitments-remind-title = Recordar
commitments-remind-text = Enviamos un correo corto con un enlace a quienes deben dar el siguiente paso. Una vez al día como máximo.
commitments-remind = Enviar un recordatorio
commitments-step-when = { $when }, { $organization }
commitments-step-undone-mark = (deshecho)
commitments-step-offered = { $who } ofreció «{ $title }» para el { $date }
commitments-step-asked = { $who } pidió «{ $title }» para el { $date }
commitments-step-countered = { $who } respondió con «{ $title }» para el { $date }
commitments-step-accepted = { $who } aceptó
commitments-step-declined = { $who } rechazó
commitments-step-withdrawn = { $who } lo retiró
commitments-step-claimed-done = { $who } dijo que está hecho
commitments-step-confirmed = { $who } dijo que se cumplió
commitments-step-not-yet = { $who } dijo que falta algo
commitments-step-moved = { $who } movió la fecha al { $date }
commitments-step-broken = { $who } dijo que no se hará
commitments-step-handed-over = { $who } puso a cargo a { $person }
commitments-step-explained = { $who } dijo qué lo impide
commitments-step-reminded = { $who } envió un recordatorio
commitments-step-evidence-added = { $who } agregó una prueba: { $title }
commitments-step-evidence-removed = { $who } quitó una prueba: { $title }
commitments-step-undone = { $who } deshizo un paso

# Qué se puede hacer.
commitments-verb-accept = Aceptar
commitments-verb-decline = Rechazar
commitments-verb-counter = Ofrecer otra cosa
commitments-verb-withdraw = Retirar
commitments-verb-done = Marcar como hecho
commitments-verb-confirm = Confirmar que se cumplió
commitments-verb-not-yet = Falta algo
commitments-verb-date = Cambiar la fecha
commitments-verb-reason = Decir qué lo impide
commitments-verb-hand-over = Poner a otra persona a cargo
commitments-verb-evidence = Agregar una prueba
commitments-verb-broken = No se hará
commitments-button-accept = Aceptar
commitments-button-decline = Rechazar
commitments-button-counter = Enviar la otra oferta
commitments-button-withdraw = Retirar
commitments-button-done = Está hecho
commitments-button-confirm = Se cumplió
commitments-button-not-yet = Enviar
commitments-button-date = Cambiar la fecha
commitments-button-reason = Enviar el motivo
commitments-button-hand-over = Poner a cargo
commitments-button-evidence = Agregar
commitments-button-broken = No se hará
commitments-what-accept = Pasa a ser una promesa. Desde ahora cuenta.
commitments-what-decline = No pasa a ser una promesa.
commitments-what-counter = Sus condiciones reemplazan las anteriores. Todas las anteriores quedan a la vista.
commitments-what-withdraw = No pasa a ser una promesa.
commitments-what-done = Se pregunta al socio que espera si es así. Hoy cuenta como el día en que se hizo.
commitments-what-confirm = La promesa cuenta como cumplida, en el día en que se hizo.
commitments-what-not-yet = La promesa vuelve a estar abierta, con su fecha.
commitments-what-date = Cuenta la nueva fecha. Si el día anterior no ha pasado, la promesa no está atrasada. Si ya pasó, sigue atrasada.
commitments-what-reason = Sus palabras se ven en la página de esta promesa.
commitments-what-hand-over = Esta persona recibe los avisos y responde por la promesa.
commitments-what-evidence = El enlace o archivo se ve en la página de esta promesa. Los archivos solo se envían como descarga.
commitments-what-broken = La promesa cuenta como no cumplida.
commitments-knows-accept = Todos los socios lo ven. Quien lo propuso recibe un correo.
commitments-knows-decline = Todos los socios lo ven. Quien lo propuso recibe un correo.
commitments-knows-counter = Todos los socios lo ven. La otra parte recibe un correo.
commitments-knows-withdraw = Todos los socios lo ven.
commitments-knows-done = Todos los socios lo ven. Quien lo espera recibe un correo.
commitments-knows-confirm = Todos los socios lo ven. La persona a cargo recibe un correo.
commitments-knows-not-yet = Todos los socios lo ven. La persona a cargo recibe un correo.
commitments-knows-date = Todos los socios ven la fecha nueva, la anterior y el motivo. Quien lo espera recibe un correo.
commitments-knows-reason = Todos los socios lo ven.
commitments-knows-hand-over = Todos los socios lo ven. La persona recibe un correo.
commitments-knows-evidence = Todos los socios pueden abrirlo.
commitments-knows-broken = Todos los socios lo ven, con el motivo. La otra parte recibe un correo.
commitments-back-accept = Sí, durante 10 minutos.
commitments-back-decline = Sí, durante 10 minutos.
commitments-back-counter = Sí, durante 10 minutos, mientras la otra parte no responda.
commitments-back-withdraw = Sí, durante 10 minutos.
commitments-back-done = Sí, durante 10 minutos, mientras la otra parte no responda.
commitments-back-confirm = Sí, durante 10 minutos.
commitments-back-not-yet = Sí, durante 10 minutos.
commitments-back-date = Sí, durante 10 minutos. La historia guarda las dos.
commitments-back-reason = No. Puede agregar otro motivo.
commitments-back-hand-over = Sí, durante 10 minutos.
commitments-back-evidence = Sí. Puede quitar lo que agregó.
commitments-back-broken = Sí, durante 10 minutos. Después es definitivo.
commitments-accept-notice = Aceptado. Ahora es una promesa.
commitments-decline-notice = Rechazado.
commitments-counter-notice = Su oferta está enviada.
commitments-withdraw-notice = Retirado.
commitments-done-notice = Marcado como hecho. El socio que lo espera lo confirmará.
commitments-confirm-notice = Cumplido. Gracias.
commitments-not-yet-notice = Enviado. La promesa vuelve a estar abierta.
commitments-date-notice = La fecha está cambiada.
commitments-reason-notice = Gracias. El motivo está en la página.
commitments-hand-over-notice = La persona a cargo está cambiada.
commitments-evidence-notice = La prueba está agregada.
commitments-broken-notice = Anotado: no se hará.
commitments-undo-notice = Su último paso está deshecho.
commitments-remind-notice = El recordatorio va en camino.
commitments-evidence-removed-notice = La prueba está quitada.
commitments-offered-notice = Su oferta está enviada. Cuenta cuando la otra parte acepte.
commitments-asked-notice = Su pedido está enviado. Cuenta cuando la otra parte acepte.

# Campos.
commitments-result = Qué se hará
commitments-result-hint = Un resultado que ambas partes puedan ver, como «Enviar la lista de viviendas libres». No escriba aquí nombres de clientes.
commitments-no-names = No escriba aquí nombres de clientes.
commitments-by-when = Para cuándo
commitments-new-date = Nueva fecha
commitments-in-charge = Persona a cargo
commitments-in-charge-hint = Recibe los recordatorios y responde por ello. Un compromiso de un puesto pasa a quien lo ocupe después.
commitments-seat = Quien ocupe el puesto { $seat } en { $body }
commitments-in-charge-me = Yo
commitments-why = Por qué
commitments-why-hint = Todos los socios pueden leerlo. No escriba aquí nombres de clientes.
commitments-note = Qué se hizo
commitments-proof = Qué lo demuestra
commitments-label = Cómo se llama
commitments-label-hint = Por ejemplo, «Lista del 8 de mayo»
commitments-evidence-link = Enlace
commitments-evidence-file = Archivo
commitments-evidence-file-hint = PDF, imagen, texto, tabla o documento de oficina, de 10 MB como máximo. Sin datos de clientes.
commitments-thanks = Unas palabras de agradecimiento
commitments-thanks-hint = Todos los socios pueden leerlas. No escriba aquí nombres de clientes.
commitments-missing = Qué falta
commitments-obstacle = Qué lo impide
commitments-obstacle-hint = Diga qué ayudaría. Todos los socios pueden leerlo.
commitments-make-short = Usted promete un resultado para una fecha. Cuenta cuando la otra parte acepte.
commitments-ask-short = Usted pide a un socio un resultado para una fecha. Cuenta cuando acepte.
commitments-promise-whom = Quién lo espera
commitments-promise-for = Usted promete por
commitments-ask-whom = A quién se lo pide
commitments-ask-for = Usted lo pide por
commitments-origin-hint = Todo lo que obliga viene de alguna parte.
commitments-reference-hint = Por ejemplo, «Memorando de entendimiento, cláusula 4»
commitments-origin-link = Enlace a la fuente
commitments-make-button = Enviar la oferta
commitments-ask-button = Enviar el pedido
commitments-origin-own-offer = Nuestra propia oferta
commitments-origin-agreement = Un acuerdo
commitments-origin-decision = Una decisión
commitments-origin-minutes = El acta de una reunión
commitments-origin-role = Un papel que aceptamos
commitments-origin-recommendation = Una recomendación
commitments-origin-pledge = Una oferta de camas, horas o dinero
commitments-origin-action = Una acción para mejorar una curva

# Lo que está detenido.
commitments-stalled = Lo que está detenido
commitments-stalled-short = { $count ->
    [0] No hay nada detenido.
    [one] { $count } compromiso está detenido. Alguien en esta página puede ayudar a que avance.
   *[other] { $count } compromisos están detenidos. Alguien en esta página puede ayudar a que avance cada uno.
 }
commitments-stalled-none = No hay nada detenido
commitments-stalled-none-text = Aquí se ven las promesas con 3 días de retraso y las ofertas que esperan una semana, con quienes pueden ayudar.
commitments-stalled-overdue = Atrasados
commitments-stalled-quiet = En silencio
commitments-stalled-unanswered = Ofertas sin respuesta
commitments-stalled-unconfirmed = Hechos, pero sin confirmar
commitments-stalled-line-overdue = { $who } lo prometió a { $to }. { $days } días de retraso.
commitments-stalled-line-unanswered = Entre { $who } y { $to }. Sin respuesta desde hace { $days } días.
commitments-stalled-line-unconfirmed = { $who } lo hizo para { $to } hace { $days } días.
commitments-stalled-line-quiet = { $who } se lo prometió a { $to }. Vence en { $days ->
    [one] 1 día
   *[other] { $days } días
}, y nadie ha dicho nada desde hace 30 días.

# Mi trabajo y el resumen.
commitments-panel-owe = Compromisos
commitments-panel-owe-detail = Prometido a { $to } para el { $date }. { $partnership }
calendar-due-commitment = Vence: { $title }
calendar-due-milestone = Hito: { $title }
commitments-panel-waits = Respuestas a compromisos
commitments-panel-offered = Responder: { $title }
commitments-panel-offered-detail = { $who } lo ofrece a { $to } para el { $date }
commitments-panel-asked = Responder: { $title }
commitments-panel-asked-detail = { $to } lo pide a { $who } para el { $date }
commitments-panel-claimed = ¿Se cumplió? { $title }
commitments-panel-claimed-detail = { $who } dice que está hecho
commitments-panel-answer = Responder
commitments-panel-stuck = Usted puede ayudar
commitments-panel-stuck-detail = Usted puede ayudar. { $who } lo prometió a { $to }. { $partnership }
commitments-panel-help = Ver
commitments-panel-comes = Lo que viene
commitments-panel-comes-detail = { $who } a { $to }
commitments-panel-kept = Promesas cumplidas
commitments-panel-kept-rate = { $kept } de { $due } a tiempo ({ $share })
commitments-panel-kept-few = { $kept } de { $due } a tiempo
commitments-panel-overdue = { $count ->
    [one] { $count } está atrasado
   *[other] { $count } están atrasados
 }
commitments-panel-soon = { $count ->
    [one] { $count } vence en 30 días
   *[other] { $count } vencen en 30 días
 }

commitments-carries = Qué sostiene en el plan
commitments-carries-hint = Una meta, un objetivo, una estrategia o un hito. Su avance se mueve cuando esto se cumple.

# Metas.
goals-title = Metas
goals-panel = Cómo van las metas
goals-vision = Lo que esperamos lograr
goals-short-none = Aún no hay metas. Una meta es un resultado que los socios comparten.
goals-short = { $count ->
    [one] 1 meta.
   *[other] { $count } metas.
 } { $on } en marcha, { $risk } en riesgo, { $off } desviadas.
goals-short-review = { $count ->
    [one] 1 meta lleva un año sin revisión.
   *[other] { $count } metas llevan un año sin revisión.
 }
goals-tree = De las metas a los hitos
goals-as-table = Como tabla, con lo cerrado
goals-as-tree = Como árbol
goals-export = Guardar como tabla (CSV)
goals-none = Aún no hay metas
goals-none-text = Aquí se ven las metas con los objetivos, las estrategias y los hitos que las sirven. Una persona coordinadora o la dirección de una agencia agrega la primera.
goals-none-found = Nada en el plan coincide
goals-loose = Aún no sirve a ninguna meta
goals-loose-text = Enlace cada uno con una meta o un objetivo para que su avance cuente allí.
goals-found = { $count ->
    [one] 1 encontrado
   *[other] { $count } encontrados
 }
goals-caption = Elementos del plan, quién responde por ellos y cómo van
goals-column-what = Qué
goals-column-done = Hecho
goals-column-why = Por qué
goals-layer = Tipo
goals-layer-all = Todos los tipos
goals-layer-goal = Meta
goals-layer-objective = Objetivo
goals-layer-strategy = Estrategia
goals-layer-milestone = Hito
goals-under = Meta
goals-under-all = Todas las metas
goals-status = Estado
goals-status-all = Cualquier estado
goals-status-on-track = En marcha
goals-status-at-risk = En riesgo
goals-status-off-track = Desviada
goals-status-done = Hecha
goals-status-not-started = Sin empezar
goals-dropped = Abandonada
goals-add-goal = Agregar una meta
goals-add-objective = Agregar un objetivo
goals-add-strategy = Agregar una estrategia
goals-add-milestone = Agregar un hito
goals-about-goal = Un resultado compartido: qué cambia para las personas cuando lo logramos.
goals-about-objective = Concreto, medible y con fecha: qué veremos y para cuándo.
goals-about-strategy = Un proyecto que llevan varias agencias. Puede servir a varias metas y cuenta una vez en cada una.
goals-about-milestone = Un paso con fecha dentro de una estrategia. Está hecho o no lo está.
goals-add-button = Agregar al plan
goals-added-notice = Ya está en el plan.
goals-title-field = Título
goals-title-hint = En palabras sencillas, por ejemplo: "Acortar la espera de una vivienda".
goals-term = A qué plazo
goals-term-short = Resultado a corto plazo
goals-term-long = Resultado a largo plazo
goals-yardstick = Cómo lo sabremos
goals-yardstick-hint = Qué se cuenta y cuánto, por ejemplo: "120 propietarios más dicen que sí".
goals-owner = Quién responde
goals-owner-hint = La organización cuya dirección lo mantiene al día.
goals-starts = Empieza
goals-due = Para cuándo
goals-first-due = Primera fecha acordada
goals-no-date = sin fecha
goals-serves = A qué sirve
goals-serves-hint = Cuenta una vez en cada uno, por muchos caminos que lleven allí.
goals-serves-none = Aún no sirve a nada, así que su avance no cuenta en otra parte.
goals-no-strategy = Un hito pertenece a una estrategia. Agregue primero una estrategia.
goals-reviewed = Última revisión
goals-never-reviewed = Aún no
goals-next-review = Próxima revisión antes del
goals-reached-on = Lograda
goals-dropped-on = Abandonada
goals-goal-of = Meta { $number } de { $count }
goals-short-owner = Responde { $who }.
goals-short-due = Para el { $date }.
goals-leaf-due = para el { $date }
goals-done = { $done } de { $of } hechos
goals-below = { $count ->
    [one] 1 debajo
   *[other] { $count } debajo
 }
goals-how = Cómo llegamos
goals-how-none = Aún no hay nada que sirva a esto.
goals-promises = Quién prometió qué
goals-promises-none = Aún ningún compromiso sostiene esto.
goals-promises-caption = Compromisos que sostienen esto o algo que le sirve
goals-named = { $count ->
    [one] 1 compromiso lo nombra con palabras y no está unido a nada.
   *[other] { $count } compromisos lo nombran con palabras y no están unidos a nada.
 }
goals-adopt = Unirlos
goals-detach = Separar
goals-unlink = Quitar el enlace
goals-lift = Volver al estado calculado
goals-facts = Datos
goals-counts = Qué se cuenta
goals-counts-none = Nada todavía.
goals-counts-how = Cada hito y cada compromiso cuenta una vez. Nadie escribe el avance a mano.
goals-count-reached = Hitos hechos
goals-count-ahead = Hitos por hacer
goals-count-overdue = Hitos atrasados
goals-count-kept = Compromisos cumplidos
goals-count-open = Compromisos abiertos
goals-count-late = Compromisos atrasados
goals-count-broken = Compromisos rotos
goals-count-proposed = Ofertas que esperan respuesta
goals-order = Orden
goals-up = Subir
goals-down = Bajar
goals-all = El plan completo
goals-review-due = Toca una revisión.
goals-review-due-text = Nadie ha mirado esta meta en un año. Pregunte: ¿sigue siendo acertada y el trabajo de abajo todavía lleva a ella?
goals-judged = { $who }, { $organization }, dice desde el { $date }: { $status }
goals-computed = Calculado: { $status }. { $why }
goals-why-reached = Se logró el { $date }.
goals-why-dropped = Se abandonó el { $date }.
goals-why-day-passed = { $days ->
    [one] Su propia fecha pasó hace 1 día.
   *[other] Su propia fecha pasó hace { $days } días.
 }
goals-why-long-late = { $days ->
    [one] Algo debajo lleva 1 día de atraso.
   *[other] Algo debajo lleva { $days } días de atraso.
 }
goals-why-many-late = { $late } de { $of } pasos abiertos están atrasados.
goals-why-some-late = { $late ->
    [one] 1 de { $of } pasos abiertos está atrasado.
   *[other] { $late } de { $of } pasos abiertos están atrasados.
 }
goals-why-broken = { $count ->
    [one] 1 promesa se rompió y nada la reemplazó.
   *[other] { $count } promesas se rompieron y nada las reemplazó.
 }
goals-why-judged = A un socio le preocupa "{ $title }".
goals-why-nothing-linked = Aún no hay hitos ni compromisos aceptados enlazados.
goals-why-starts-later = Empieza el { $date }.
goals-why-nothing-done = Aún no hay nada hecho ni prometido.
goals-why-all-done = Todo el trabajo enlazado está hecho.
goals-why-nothing-late = { $done } de { $of } pasos están hechos y nada está atrasado.
goals-measures = Cómo lo sabemos
goals-measures-attach = Vincular una medida: ábrala y elija "Vincular al plan"
goals-measures-none = Ninguna medida dice todavía cómo va esto.
goals-measure-now = Ahora { $value }.
goals-measure-start = Empezó en { $value }.
goals-measure-target = La meta es { $value }.
goals-measure-target-by = La meta es { $value } para el { $date }.
goals-measure-none = Todavía no hay números.
goals-measure-retired = Ya no se cuenta
goals-measure-reached = Meta alcanzada
goals-measure-on-track = En camino
goals-measure-at-risk = Un poco atrasada
goals-measure-off-track = Muy atrasada
goals-measure-not-started = Sin números todavía
goals-measure-no-target = Sin meta
goals-way = Camino hacia la meta
goals-way-of = { $way } % del camino
goals-percent = { $way } %
goals-count-measures = Medidas con meta
goals-count-met = Metas alcanzadas
goals-count-behind = Medidas atrasadas
goals-why-measure-off = Una medida está lejos de donde debería: { $title }.
goals-why-measure-behind = Una medida va un poco atrasada: { $title }.
goals-why-measure-below = Una medida del trabajo de abajo va atrasada: { $title }.
goals-why-measures-reached = { $count ->
    [one] Su medida alcanzó la meta.
   *[other] Sus { $count } medidas alcanzaron la meta.
 }
goals-why-measure-on-track = La medida está donde debe: { $title }.
goals-unmeasure-notice = Esa medida ya no está vinculada.
goals-panel-reviews = Metas por revisar
goals-panel-reviews-detail = Vista por última vez el { $date }. { $partnership }
goals-step-pushed = { $who }, { $organization }, movió una fecha del { $from } al { $to } a causa de { $about }
goals-step-measured = { $who }, { $organization }, vinculó la medida: { $about }
goals-step-unmeasured = { $who }, { $organization }, quitó la medida: { $about }
goals-step-waits = { $who }, { $organization }, dijo que espera a { $about }
goals-step-waits-not = { $who }, { $organization }, dijo que ya no espera a { $about }
event-plan-pushed = { $who } movió fechas que dependen de otras: { $title }
event-plan-measured = { $who } vinculó una medida a: { $title }
event-plan-unmeasured = { $who } quitó una medida de: { $title }
event-plan-waits = { $who } dijo qué espera esto: { $title }
event-plan-waits-not = { $who } dijo que esto ya no espera: { $title }
goals-in-time = En el tiempo
goals-wait = { $title }, { $date }{ $lag ->
    [0] { "" }
    [one] , y 1 día después
   *[other] , y { $lag } días después
 }
goals-waits = Espera a
goals-waits-hint = Empieza cuando termina lo otro.
goals-waits-not = Ya no esperar
goals-waits-none = No espera a nada y nada lo espera.
goals-waited = Esperan a esto
goals-lag = Días entre ambos
goals-lag-hint = Cuántos días hay entre ambos como mínimo. Déjelo vacío si ninguno.
goals-room-early = { $days ->
    [one] Empieza 1 día antes de que termine lo que espera.
   *[other] Empieza { $days } días antes de que termine lo que espera.
 }
goals-room-critical = Decide cuándo termina todo el trabajo unido a esto.
goals-room-slack = { $days ->
    [0] No tiene margen para atrasarse.
    [one] Puede atrasarse 1 día.
   *[other] Puede atrasarse { $days } días.
 }
goals-pushes = { $count ->
    [one] Hay 1 cosa que espera a esto y tendría que moverse
   *[other] Hay { $count } cosas que esperan a esto y tendrían que moverse
 }
goals-pushes-caption = Lo que empuja este cambio, con las fechas de ahora y de después
goals-pushes-from = Fecha de ahora
goals-pushes-to = Fecha de después
goals-pushes-not-yours = (no le toca a usted moverla)
goals-ripple = Qué pasa con ellas
goals-ripple-push = Moverlas también
goals-ripple-leave = Dejar sus fechas
goals-verb-waits = Decir qué espera
goals-what-waits = El calendario muestra el orden, y al mover una fecha se ve qué empuja.
goals-back-waits = Sí, cuando quiera.
goals-waits-notice = Ahora espera a eso.
goals-waits-not-notice = Ya no espera a eso.
error-plan-no-day = Solo los objetivos, las estrategias y los hitos con fecha pueden esperarse.
error-plan-waits-for-itself = Uno sirve al otro, así que ninguno puede esperar al otro.
error-plan-circle = Sería un círculo: lo otro ya espera a esto.
error-plan-lag = Escriba un número entero de días, de 0 a 3650.
error-plan-pushes = { $count ->
    [one] Hay 1 cosa que espera a esto. Mire la lista de abajo y diga si también se mueve.
   *[other] Hay { $count } cosas que esperan a esto. Mire la lista de abajo y diga si también se mueven.
 }
error-plan-push-not-yours = "{ $title }" también tendría que moverse y no le toca a usted. Deje las fechas de los demás o pídalo a la coordinación.
goals-by-operator = El operador
commitments-panel-agenda = Promesas que no avanzan
commitments-panel-agenda-overdue = { $who } lo prometió a { $to } para el { $date } y no ha llegado.
commitments-panel-agenda-unanswered = { $who } y { $to } todavía no se han puesto de acuerdo.
commitments-panel-agenda-unconfirmed = { $who } dice que está hecho y { $to } no lo ha confirmado.
decisions-panel-agenda = Preguntas abiertas
decisions-panel-agenda-detail = La trae { $who }. Han respondido { $answered } de { $roll }.
goals-ending = Cómo termina
goals-ending-reached = Se logró
goals-ending-dropped = Lo abandonamos
goals-ending-hint = Diga por qué si lo abandona. No escriba aquí nombres de clientes.
goals-words = Lo que quiera decir
goals-words-hint = Qué miró y qué encontró. No escriba aquí nombres de clientes.
goals-commitment = Compromiso
goals-commitment-hint = Compromisos abiertos y ofertas, primero los que vencen antes.
goals-verb-review = Revisada hoy
goals-verb-status = Decir cómo va
goals-verb-dates = Mover fechas
goals-verb-link = Enlazar
goals-verb-attach = Unir un compromiso
goals-verb-edit = Editar
goals-verb-close = Cerrar
goals-verb-reopen = Abrir de nuevo
goals-what-review = Hoy pasa a ser el día de la última revisión. La próxima toca en un año.
goals-what-status = Su estado queda en lugar del calculado, con su nombre y su motivo. El calculado sigue a su lado.
goals-what-dates = Las fechas nuevas cuentan desde ahora. Las primeras fechas y su motivo quedan en el historial.
goals-what-link = Sus hitos y compromisos cuentan también allí, cada uno una vez.
goals-what-attach = El compromiso cuenta aquí y en todo a lo que esto sirve.
goals-what-edit = Las palabras nuevas se ven en todas las páginas. Las fechas se mueven aparte, con un motivo.
goals-what-close = Sale del plan abierto. Su historial queda.
goals-what-reopen = Vuelve al plan abierto.
goals-back-review = No. Queda en el historial.
goals-back-status = Sí, en cualquier momento.
goals-back-dates = Puede moverlas otra vez. Los dos cambios quedan en el historial.
goals-back-link = Sí, quite el enlace cuando quiera.
goals-back-attach = Sí, sepárelo cuando quiera.
goals-back-edit = Sí, cámbielas otra vez.
goals-back-close = Sí, ábralo de nuevo.
goals-back-reopen = Sí, ciérrelo otra vez.
goals-knows = Todos los socios. Se ve en la actividad de la alianza.
goals-review-notice = Anotado: revisada hoy.
goals-status-notice = Ahora vale su estado, con su motivo.
goals-dates-notice = Las fechas se movieron.
goals-link-notice = Está enlazado.
goals-attach-notice = Está unido.
goals-edit-notice = Se cambió.
goals-close-notice = Está cerrado.
goals-reopen-notice = Está abierto de nuevo.
goals-lift-notice = Vuelve a valer el estado calculado.
goals-unlink-notice = Ya no está enlazado allí.
goals-detach-notice = Ya no está unido.
goals-order-notice = Se cambió el orden.
goals-step-added = { $who }, { $organization }, lo agregó al plan
goals-step-changed = { $who }, { $organization }, cambió lo que dice
goals-step-moved = { $who }, { $organization }, movió una fecha del { $from } al { $to }
goals-step-reviewed = { $who }, { $organization }, lo revisó
goals-step-reached = { $who }, { $organization }, dijo que se logró
goals-step-dropped = { $who }, { $organization }, lo abandonó
goals-step-reopened = { $who }, { $organization }, lo abrió de nuevo
goals-step-judged = { $who }, { $organization }, dijo cómo va: { $about }
goals-step-unjudged = { $who }, { $organization }, volvió al estado calculado
goals-step-linked = { $who }, { $organization }, lo enlazó con { $about }
goals-step-unlinked = { $who }, { $organization }, quitó el enlace con { $about }
goals-step-attached = { $who }, { $organization }, unió: { $about }
goals-step-detached = { $who }, { $organization }, separó: { $about }
error-plan-missing = No hay tal elemento en este plan.
error-plan-changed = Alguien cambió esto desde que usted lo abrió. Mire cómo está ahora y decida de nuevo.
error-plan-fields = Algunos campos necesitan otro valor.
error-plan-ends-early = Escriba { $starts } o una fecha posterior.
error-plan-not-yours = Solo puede hacerlo una persona coordinadora o la dirección de la organización que responde por esto.
error-plan-closed = Esto está cerrado. Ábralo de nuevo primero.
error-plan-not-closed = Esto ya está abierto.
error-plan-same = No cambió nada. Cambie un campo o cancele.
error-plan-same-dates = Son las fechas que ya tiene. Elija otras.
error-plan-reviewed-today = Esto ya se revisó hoy.
error-plan-not-judged = Ya vale el estado calculado.
error-plan-wrong-layer = Estos dos no encajan. Una estrategia sirve a metas y objetivos, un objetivo a metas, un hito a estrategias.
error-plan-same-links = No cambiaría nada. Mire lo que está enlazado y unido ahora.
error-plan-last-strategy = Un hito pertenece a una estrategia. Enlácelo primero con otra y luego quite este enlace.
error-plan-no-commitment = No hay tal compromiso aquí. Elija otro.
error-plan-at-the-end = Ya está al final de su lista.
error-plan-full = Un plan tiene como máximo 5.000 elementos. Cierre o abandone lo que no se trabaja.
event-plan-added = { $who } agregó al plan: { $title }
event-plan-changed = { $who } cambió en el plan: { $title }
event-plan-moved = { $who } movió fechas en el plan: { $title }
event-plan-reviewed = { $who } revisó: { $title }
event-plan-reached = { $who } dijo que se logró: { $title }
event-plan-dropped = { $who } abandonó: { $title }
event-plan-reopened = { $who } abrió de nuevo: { $title }
event-plan-judged = { $who } dijo cómo va: { $title }
event-plan-unjudged = { $who } volvió al estado calculado: { $title }
event-plan-linked = { $who } enlazó en el plan: { $title }
event-plan-unlinked = { $who } quitó un enlace en el plan: { $title }
event-plan-attached = { $who } unió un compromiso a: { $title }
event-plan-detached = { $who } separó un compromiso de: { $title }
event-plan-ordered = { $who } cambió el orden del plan: { $title }

# Quién hace qué en el plan.
responsibilities-title = Quién hace qué
responsibilities-short = { $led } de { $count } partes abiertas del plan tienen quien las dirija. { $alone ->
    [0] En todas participa alguien.
    [one] En 1 no participa nadie.
   *[other] En { $alone } no participa nadie.
 } { $asked ->
    [0] No falta ninguna respuesta.
    [one] Falta 1 respuesta.
   *[other] Faltan { $asked } respuestas.
 }
responsibilities-found = { $count ->
    [one] 1 parte del plan
   *[other] { $count } partes del plan
 }
responsibilities-caption = Partes abiertas del plan: quién dirige, apoya, aconseja y recibe información
responsibilities-none = Todavía no hay nada que repartir
responsibilities-none-text = Cuando el plan tenga metas, estrategias e hitos, aquí verá quién se encarga de cada uno y dónde falta alguien.
responsibilities-none-found = Nada coincide
responsibilities-nobody = Nadie dirige
responsibilities-asked = (se le pidió)
responsibilities-who = Quién
responsibilities-who-hint = Una organización o un puesto. El puesto conserva su papel aunque cambie la persona.
responsibilities-organization = Organización
responsibilities-since = Desde
responsibilities-item = En el plan
responsibilities-promise = Prometer un resultado para esto
responsibilities-duty = Papel
responsibilities-duty-all = Todos los papeles
responsibilities-duty-lead = Dirige
responsibilities-duty-support = Apoya
responsibilities-duty-consulted = Aconseja
responsibilities-duty-informed = Recibe información
responsibilities-other-duty = Qué papel en su lugar
responsibilities-want = Qué falta
responsibilities-want-all = Todo
responsibilities-want-lead = Quien dirija
responsibilities-want-anybody = Cualquier participante
responsibilities-want-answer = Una respuesta
responsibilities-state-proposed = Espera respuesta
responsibilities-state-accepted = Acordado
responsibilities-state-declined = Rechazado
responsibilities-state-withdrawn = Retirado
responsibilities-state-ended = Terminado
responsibilities-new = Pedir a alguien que participe
responsibilities-new-text = Usted lo pide y la otra parte responde. Vale cuando acepta.
responsibilities-offer = Ofrecerse a participar
responsibilities-offer-text = Usted ofrece su propio papel. Vale cuando acepta quien cuida esta parte del plan.
responsibilities-new-button = Enviar
responsibilities-proposed-notice = Enviado. Vale cuando la otra parte acepte.
responsibilities-short-proposed = El { $date } se le pidió a { $who } un papel en "{ $item }": { $duty }.
responsibilities-short-offered = { $who } ofrece desde el { $date } un papel en "{ $item }": { $duty }.
responsibilities-short-accepted = { $who } tiene un papel en "{ $item }" desde el { $date }: { $duty }.
responsibilities-short-declined = El papel de { $who } en "{ $item }" se rechazó el { $date }.
responsibilities-short-withdrawn = El papel de { $who } en "{ $item }" se retiró el { $date }.
responsibilities-short-ended = { $who } tuvo un papel en "{ $item }" hasta el { $date }.
responsibilities-verb-accept = Aceptar
responsibilities-verb-counter = Tomar otro papel
responsibilities-verb-decline = Rechazar
responsibilities-verb-withdraw = Retirar
responsibilities-verb-end = Dejarlo
responsibilities-what-accept = El papel vale desde hoy y se ve en el plan.
responsibilities-what-counter = Su respuesta llega a la otra parte. Nada vale hasta que acepte.
responsibilities-what-decline = No se toma el papel. La otra parte recibe su motivo.
responsibilities-what-withdraw = Ya no se le pide a nadie.
responsibilities-what-end = El papel termina hoy. Lo hecho queda en el historial.
responsibilities-back-accept = Puede dejarlo después, con un motivo.
responsibilities-back-counter = Sí, hasta que respondan.
responsibilities-back-decline = No. Se puede proponer de nuevo.
responsibilities-back-withdraw = No. Se puede proponer de nuevo.
responsibilities-back-end = No. Se puede proponer de nuevo.
responsibilities-knows = Todos los socios. Se ve en la actividad de la alianza y la otra parte recibe un correo.
responsibilities-accept-notice = Acordado. Ya se ve en el plan.
responsibilities-counter-notice = Su respuesta se envió.
responsibilities-decline-notice = Rechazado.
responsibilities-withdraw-notice = Se retiró.
responsibilities-end-notice = El papel terminó.
responsibilities-step-proposed = { $who }, { $organization }, pidió este papel: { $duty }
responsibilities-step-offered = { $who }, { $organization }, ofreció este papel: { $duty }
responsibilities-step-taken = { $who }, { $organization }, tomó este papel: { $duty }
responsibilities-step-accepted = { $who }, { $organization }, aceptó: { $duty }
responsibilities-step-declined = { $who }, { $organization }, rechazó
responsibilities-step-countered = { $who }, { $organization }, respondió con otro papel: { $duty }
responsibilities-step-withdrawn = { $who }, { $organization }, lo retiró
responsibilities-step-ended = { $who }, { $organization }, lo dejó
responsibilities-load = Cuánto lleva cada socio
responsibilities-load-text = De qué responde cada socio, qué dirige y apoya, qué prometió y qué espera su palabra. Primero, quien tiene más trabajo.
responsibilities-load-caption = Los socios y lo que lleva cada uno
responsibilities-load-answers = Responde de
responsibilities-load-leads = Dirige
responsibilities-load-supports = Apoya
responsibilities-load-advice = Aconseja o recibe información
responsibilities-load-promises = Promesas abiertas
responsibilities-load-waits = Espera su respuesta
responsibilities-panel = Papeles en el plan
responsibilities-panel-asked = Se le pide a { $who } un papel: { $duty }. { $partnership }
responsibilities-panel-offered = { $who } ofrece un papel: { $duty }. { $partnership }
responsibilities-panel-answer = Responder
responsibilities-mail-proposed-subject = Le piden un papel en el plan
responsibilities-mail-proposed-text = Alguien pide a su organización o a su puesto un papel en el plan. Abra el enlace para leerlo y responder.
responsibilities-mail-offered-subject = Alguien ofrece ayuda
responsibilities-mail-offered-text = Un socio ofrece tomar un papel en algo que usted cuida en el plan. Abra el enlace para responder.
responsibilities-mail-countered-subject = Se propuso otro papel
responsibilities-mail-countered-text = La otra parte tomaría otro papel en el plan. Abra el enlace para responder.
responsibilities-mail-accepted-subject = Se tomó un papel en el plan
responsibilities-mail-accepted-text = La otra parte aceptó un papel en el plan. Abra el enlace para leerlo.
responsibilities-mail-declined-subject = Se rechazó un papel en el plan
responsibilities-mail-declined-text = La otra parte rechazó un papel en el plan y dijo por qué. Abra el enlace para leerlo.
responsibilities-mail-ended-subject = Alguien dejó un papel en el plan
responsibilities-mail-ended-text = La otra parte dejó un papel en el plan y dijo por qué. Abra el enlace para leerlo.
error-responsibility-missing = No hay tal papel en este plan.
error-responsibility-changed = Alguien cambió esto después de que usted lo abrió. Mírelo como está ahora y luego responda.
error-responsibility-not-yours = Solo puede hacerlo quien cuida esta parte del plan o la parte nombrada.
error-responsibility-other-side = Ahora responde la otra parte.
error-responsibility-not-waiting = { $state ->
    [accepted] Esto ya se acordó.
    [declined] Esto ya se rechazó.
    [withdrawn] Esto ya se retiró.
    [ended] Esto ya terminó.
   *[other] Nada espera respuesta.
 }
error-responsibility-not-held = Solo se puede dejar un papel acordado.
error-responsibility-same-duty = Es el papel que se propuso. Elija otro o acepte.
error-responsibility-taken = Ya tiene un papel aquí, o ya se le pidió uno. Abra ese.
error-responsibility-no-bearer = Elija un socio o un puesto que exista hoy.
event-responsibility-proposed = { $who } pidió a alguien un papel en: { $title }
event-responsibility-offered = { $who } ofreció un papel en: { $title }
event-responsibility-taken = { $who } tomó un papel en: { $title }
event-responsibility-accepted = { $who } aceptó un papel en: { $title }
event-responsibility-declined = { $who } rechazó un papel en: { $title }
event-responsibility-countered = { $who } respondió con otro papel en: { $title }
event-responsibility-withdrawn = { $who } retiró un papel en: { $title }
event-responsibility-ended = { $who } dejó un papel en: { $title }

# El plan en el tiempo.
roadmap-title = Calendario del plan
roadmap-short-none = Todavía no hay trabajo en el plan, o ninguno coincide.
roadmap-short = { $count ->
    [one] 1 trabajo
   *[other] { $count } trabajos
 } hasta { $month }. { $on } en marcha, { $risk } en riesgo, { $off } mal encaminados, { $done } hechos, { $later } sin empezar.
roadmap-short-next = Próximo inicio: { $date }.
roadmap-detail = Mostrar
roadmap-detail-all = Solo los trabajos
roadmap-detail-work = Solo los trabajos
roadmap-detail-milestones = Trabajos e hitos
roadmap-by-quarter = Por trimestre y mes
roadmap-quarter = { $from } a { $to }
roadmap-note = Línea naranja: hoy, { $date }. Letras: quién dirige y quién ayuda.
roadmap-legend = Borde izquierdo grueso: este trabajo decide cuándo termina todo lo que depende entre sí. Línea de puntos: las primeras fechas acordadas.
roadmap-earlier = Seis meses antes
roadmap-later = Seis meses después
roadmap-nothing-then = Ningún trabajo cae en estos meses.
roadmap-with = { $leads } con { $helps }
roadmap-critical = Decide cuándo termina todo.
roadmap-words = { $count ->
    [one] 1 trabajo, en palabras
   *[other] Los { $count } trabajos, en palabras
 }
roadmap-caption = Los trabajos por meta, con fechas, quién los lleva, qué esperan y cómo van
roadmap-column-work = Trabajo
roadmap-column-when = Cuándo
roadmap-when = { $from } a { $to }
roadmap-slip-later = { $days ->
    [one] Primer plan: { $date }. Ahora 1 día más tarde.
   *[other] Primer plan: { $date }. Ahora { $days } días más tarde.
 }
roadmap-slip-earlier = { $days ->
    [one] Primer plan: { $date }. Ahora 1 día antes.
   *[other] Primer plan: { $date }. Ahora { $days } días antes.
 }
roadmap-none = Todavía no hay trabajo en el plan
roadmap-none-text = Las estrategias se ven aquí por trimestre y mes cuando la coordinación o quien dirige una agencia las agrega.
roadmap-none-found = Ningún trabajo coincide
roadmap-calendar = Fechas para su calendario (iCalendar)
roadmap-month-1 = ene
roadmap-month-2 = feb
roadmap-month-3 = mar
roadmap-month-4 = abr
roadmap-month-5 = may
roadmap-month-6 = jun
roadmap-month-7 = jul
roadmap-month-8 = ago
roadmap-month-9 = sep
roadmap-month-10 = oct
roadmap-month-11 = nov
roadmap-month-12 = dic
roadmap-import = Traer un plan de un archivo
roadmap-import-text = Envíe una tabla. Se toma entera o no se toma; la segunda vez no cambia nada.
roadmap-import-file = Archivo
roadmap-import-file-hint = Un archivo CSV de hasta 4 megabytes. En Excel: Archivo, Guardar como, CSV UTF-8.
roadmap-import-look = Ver qué cambiaría
roadmap-import-take = Tomarlo
roadmap-import-example = El plan como está ahora, como archivo para empezar (CSV)
roadmap-import-report = Qué resultó
roadmap-import-refused = No se tomó nada. Arregle estas filas y envíe el archivo otra vez.
roadmap-import-nothing = El archivo dice lo mismo que el plan. Nada cambió.
roadmap-import-would = Se puede tomar todo. Nada cambió todavía: elija el archivo otra vez y tómelo.
roadmap-import-taken = Se tomó todo.
roadmap-import-rows = Filas leídas
roadmap-import-added = Nuevas
roadmap-import-revised = Cambiadas
roadmap-import-unchanged = Igual que antes
roadmap-import-problems = Problemas
roadmap-import-refused-caption = Filas que no se pudieron tomar
roadmap-import-warnings-caption = Cosas que conviene saber
roadmap-import-more = { $count ->
    [one] Y 1 más.
   *[other] Y { $count } más.
 }
roadmap-import-row = Fila
roadmap-import-column = Columna
roadmap-import-value = Lo que dice
roadmap-import-what = Qué hacer
roadmap-import-columns = Las columnas
roadmap-import-columns-needed = Necesarias: goal, objective, strategy o milestone, y su nombre. La misma clase con el mismo nombre es lo mismo.
roadmap-import-columns-id = Si cambia un nombre: el identificador que da la exportación.
roadmap-import-columns-owner = El nombre o el nombre corto del socio responsable.
roadmap-import-columns-dates = Fechas como 2026-05-29. Objetivos e hitos necesitan due; estrategias, las dos.
roadmap-import-columns-serves = Nombres de aquello a lo que sirve, separados por punto y coma.
roadmap-import-columns-waits = Nombres de lo que espera, separados por punto y coma. "Abogados reunidos +14" espera 14 días más.
roadmap-import-columns-rest = short o long para una meta, cómo se sabrá para un objetivo, y más detalles. Una celda vacía deja lo que hay.
roadmap-found-file-empty = El archivo está vacío. Guárdelo otra vez con sus filas y envíelo.
roadmap-found-file-too-large = El archivo es muy grande. Envíe como máximo { $megabytes } megabytes o divídalo.
roadmap-found-not-text = Esto no es una tabla de texto. Guárdela como CSV y envíe ese archivo.
roadmap-found-workbook = Esto es un libro de Excel. En Excel elija Archivo, Guardar como, CSV UTF-8, y envíe ese archivo.
roadmap-found-too-many-columns = Hay más de { $most } columnas. Divida la tabla.
roadmap-found-too-many-rows = Hay más de { $most } filas. Divida la tabla.
roadmap-found-quote-not-closed = En esta fila se abren comillas que no se cierran. Ciérrelas o quítelas.
roadmap-found-no-rows = Hay un encabezado y ninguna fila debajo. Guarde otra vez el archivo con sus filas.
roadmap-found-column-missing = No hay una columna «{ $expected }». El archivo tiene: { $have }. Empiece por la exportación del calendario.
roadmap-found-column-twice = Dos columnas tienen este nombre. Cambie el nombre de una.
roadmap-found-row-too-long = La fila tiene { $cells } celdas y el encabezado { $columns }. Ponga entre comillas el texto con comas.
roadmap-found-row-short = La fila tiene { $cells } celdas y el encabezado { $columns }. Las que faltan se leyeron como vacías.
roadmap-found-cell-too-long = El texto tiene más de { $most } caracteres. Acórtelo.
roadmap-found-control-character = Hay un carácter que no es texto. Quítelo.
roadmap-found-read-as-windows-1252 = El archivo no es UTF-8. Lo leímos como texto de Windows. Revise los nombres con acentos.
roadmap-found-and-more = Hay más de { $most } de estos. Arregle los primeros y pruebe otra vez.
roadmap-found-columns-left-out = { $count ->
    [one] Se dejó 1 columna: { $columns }
   *[other] Se dejaron { $count } columnas: { $columns }
 }
error-plan-row-id = Esto no es un identificador. Cópielo de la exportación o deje la celda vacía.
error-plan-row-unknown = Nada en este plan tiene este identificador. Deje la celda vacía para agregar algo nuevo.
error-plan-row-layer = Escriba goal, objective, strategy o milestone.
error-plan-row-incomplete = La fila necesita clase y título, o un identificador.
error-plan-row-unclear = Hay varios con este nombre. Diga cuál con su identificador.
error-plan-row-twice = Una fila anterior trata de lo mismo. Deje una.
error-plan-row-date = Esto no es una fecha. Escríbala como 2026-05-29.
error-plan-row-no-date = Falta una fecha. Objetivos e hitos necesitan due; estrategias, starts y due.
error-plan-row-ends-early = Termina antes de empezar. Revise las dos fechas.
error-plan-row-term = Una meta necesita short o long aquí.
error-plan-row-yardstick = Un objetivo necesita una vara: qué se cuenta y cuántos.
error-plan-row-text = El texto es muy largo o tiene un carácter que no es texto. Acórtelo.
error-plan-row-owner = Ningún socio tiene este nombre. Escriba el nombre o el nombre corto de un socio de hoy.
error-plan-row-not-yours = Solo puede cambiarlo la coordinación o quien dirige la organización responsable.
error-plan-row-closed = Esto está cerrado. Ábralo primero.
error-plan-row-reference = Nada tiene este nombre. Revíselo o use el identificador.
error-plan-row-reference-unclear = Hay varios con este nombre. Use el identificador.
error-plan-row-does-not-fit = No encajan. Una estrategia sirve a metas y objetivos, un objetivo a metas, un hito a estrategias; y nada espera a aquello a lo que sirve.
error-plan-row-no-strategy = Un hito pertenece a una estrategia. Nómbrela en la columna serves.
error-plan-row-circle = Sería un círculo: al final se esperaría a sí mismo.
error-plan-row-full = Un plan tiene como máximo 5000 partes.
event-plan-imported = { $who } trajo el plan de un archivo: { $file }

# Lo que puede salir mal y lo que ya salió mal.
risks-title = Riesgos y problemas
risks-text = Un riesgo puede pasar; un problema ya pasó. Cada uno tiene quien responde y un día en que se mira otra vez. Primero, lo que más pesa.
risks-list = Lo que vigilamos
risks-caption = Riesgos y problemas: quién responde, cuánto pesan y cuándo se miran otra vez
risks-none = Todavía no hay riesgos ni problemas
risks-none-text = Anote lo que podría frenar el trabajo de varios socios, para mirarlo a tiempo.
risks-none-found = Ningún riesgo o problema coincide
risks-new = Anotar un riesgo o un problema
risks-form-text = Dígalo de modo que todos los socios lo entiendan. No escriba nombres de clientes.
risks-form-button = Guardar
risks-kind = Clase
risks-kind-all = Riesgos y problemas
risks-kind-risk = Riesgo
risks-kind-issue = Problema
risks-state-all = Abiertos
risks-state-open = Abierto
risks-state-closed = Cerrado
risks-due = Pendiente
risks-due-all = En cualquier momento
risks-due-review = Toca mirarlo
risks-title-field = Qué puede pasar o ya pasó
risks-title-hint = Por ejemplo: "Se vende el salón de la iglesia con el que contábamos".
risks-likelihood = Qué tan probable
risks-likelihood-hint = De un riesgo. Un problema ya pasó.
risks-likelihood-1 = 1: raro
risks-likelihood-2 = 2: poco probable
risks-likelihood-3 = 3: posible
risks-likelihood-4 = 4: probable
risks-likelihood-5 = 5: casi seguro
risks-effect = Qué tan grave
risks-effect-1 = 1: leve
risks-effect-2 = 2: pequeño
risks-effect-3 = 3: se nota
risks-effect-4 = 4: fuerte
risks-effect-5 = 5: muy grave
risks-weight = Probable { $likelihood } de 5, efecto { $effect } de 5
risks-weight-issue = Ya pasó. Efecto { $effect } de 5
risks-level = Peso
risks-level-high = Alto
risks-level-medium = Medio
risks-level-low = Bajo
risks-level-how = El peso es lo probable por lo grave: alto desde 15, medio desde 6. Lo muy grave nunca es bajo.
risks-response = Qué hacemos
risks-response-avoid = Evitar: cambiar el trabajo para que no pueda pasar
risks-response-reduce = Reducir: que sea menos probable o menos grave
risks-response-share = Compartir: otro lleva una parte
risks-response-accept = Aceptar: vivir con ello y vigilarlo
risks-plan = Cómo lo hacemos
risks-plan-hint = Quién hace qué. Las promesas van aparte, como compromisos.
risks-review-on = Próxima revisión
risks-review-hint = El día en que los socios lo miran otra vez.
risks-since = Se conoce desde
risks-closed-on = Cerrado
risks-threatens = Qué amenaza
risks-threatens-none = Todavía no está vinculado a nada del plan.
risks-of-item = Lo que puede estorbar
risks-short-look = La próxima revisión es el { $date }.
risks-short-due = Tocaba revisarlo el { $date }.
risks-short-closed = Cerrado el { $date }.
risks-verb-review = Revisado hoy
risks-verb-happen = Ya pasó
risks-verb-link = Decir qué amenaza
risks-verb-edit = Cambiar
risks-verb-close = Cerrar
risks-verb-reopen = Abrir de nuevo
risks-close-hint = Cómo terminó: no pasó, se resolvió o ya no importa. No escriba nombres de clientes.
risks-what-review = Cambian su peso y el día de la próxima revisión. Lo anterior queda en el historial.
risks-what-happen = El riesgo pasa a ser un problema y toca mirarlo hoy.
risks-what-link = Se ve en la página de esa parte del plan.
risks-what-edit = Las palabras nuevas se ven en todas las páginas.
risks-what-close = Sale de la lista de lo que vigilamos. Su historial queda.
risks-what-reopen = Se vigila otra vez y toca mirarlo hoy.
risks-back-review = Puede revisarlo otra vez. Las dos revisiones quedan en el historial.
risks-back-happen = No. Ciérrelo y anote un riesgo nuevo.
risks-back-link = Sí, puede quitarlo cuando quiera.
risks-back-edit = Sí, cámbielo de nuevo.
risks-back-close = Sí, ábralo de nuevo.
risks-back-reopen = Sí, ciérrelo de nuevo.
risks-noted-notice = Quedó anotado.
risks-changed-notice = Se cambió.
risks-review-notice = Anotado: revisado hoy.
risks-happen-notice = Ahora es un problema.
risks-link-notice = Está vinculado.
risks-unlink-notice = Ya no está vinculado allí.
risks-close-notice = Está cerrado.
risks-reopen-notice = Está abierto de nuevo.
risks-step-noted = { $who }, { $organization }, lo anotó. { $weight }
risks-step-changed = { $who }, { $organization }, cambió lo que dice. { $weight }
risks-step-reviewed = { $who }, { $organization }, lo revisó. { $weight }
risks-step-happened = { $who }, { $organization }, dijo que ya pasó
risks-step-closed = { $who }, { $organization }, lo cerró
risks-step-reopened = { $who }, { $organization }, lo abrió de nuevo
risks-step-linked = { $who }, { $organization }, lo vinculó a { $about }
risks-step-unlinked = { $who }, { $organization }, lo quitó de { $about }
risks-panel = Riesgos por revisar
risks-panel-agenda = Riesgos por revisar
risks-panel-agenda-detail = Responde { $who }. Tocaba revisarlo el { $date }.
error-risk-missing = No hay tal riesgo o problema aquí.
error-risk-changed = Alguien cambió esto después de que usted lo abrió. Mírelo como está ahora y luego decida.
error-risk-fields = Algunos campos necesitan otro valor.
error-risk-not-yours = Solo puede hacerlo la coordinación o alguien que actúa por el socio responsable.
error-risk-closed = Esto está cerrado. Ábralo primero.
error-risk-not-closed = Esto ya está abierto.
error-risk-happened-already = Esto ya pasó: es un problema.
error-risk-same = Nada cambió. Cambie un campo o cancele.
error-risk-same-links = Nada cambiaría. Mire lo que está vinculado ahora.
error-risk-grade = Elija un número del 1 al 5.
error-risk-review-past = Escriba { $today } o una fecha posterior.
event-risk-noted = { $who } anotó un riesgo o un problema: { $title }
event-risk-changed = { $who } cambió un riesgo o un problema: { $title }
event-risk-reviewed = { $who } revisó un riesgo o un problema: { $title }
event-risk-happened = { $who } dijo que un riesgo ya pasó: { $title }
event-risk-closed = { $who } cerró un riesgo o un problema: { $title }
event-risk-reopened = { $who } abrió de nuevo un riesgo o un problema: { $title }
event-risk-linked = { $who } dijo qué amenaza esto: { $title }
event-risk-unlinked = { $who } dijo que esto ya no amenaza algo: { $title }

# Quién cumple su palabra.
follow-through-title = Quién cumple su palabra
follow-through-short = De todas las promesas de este mes y de los 12 anteriores: { $finding }.
follow-through-short-one = De sus promesas de este mes y de los 12 anteriores: { $finding }.
follow-through-span = Promesas que vencieron, se cumplieron o se abandonaron en este mes y en los 12 anteriores. El porcentaje es lo cumplido a tiempo.
follow-through-on-time = A tiempo
follow-through-late = Tarde, pero hecho
follow-through-overdue = Atrasado ahora
follow-through-broken = No cumplido
follow-through-moved = Fecha movida a tiempo
follow-through-rate = Cumplido a tiempo
follow-through-line = { $name }: { $onTime } a tiempo, { $late } tarde, { $overdue } con atraso, { $broken } sin cumplir.
follow-through-all = Todos los socios
follow-through-nothing = no vencía nada
follow-through-too-few = { $kept } de { $due } a tiempo, muy pocas para un porcentaje
follow-through-likely = { $share } a tiempo, probablemente entre { $low } y { $high }
follow-through-few = muy pocas
follow-through-caption = { $good } de { $all } socios cumplen a tiempo al menos 8 de cada 10 promesas
follow-through-caption-few = Todavía hay muy pocas promesas para comparar socios
follow-through-partners = Cada socio
follow-through-replied = Su respuesta del { $date }:
follow-through-method = Cómo contamos
follow-through-method-text = Una promesa cuenta el día en que se cumple, se abandona o vence, lo que ocurra primero. Una fecha movida a tiempo no es retraso ni incumplimiento: cuenta por su nueva fecha. Hecho quiere decir hecho el día en que lo dijo quien prometió, si el socio que lo espera está de acuerdo.
follow-through-method-interval = Con menos de 10 promesas damos cantidades y ningún porcentaje. Desde 10 decimos cuán seguro es el porcentaje: el rango probable contiene el valor verdadero en 95 de 100 casos (Wilson 1927; Brown, Cai y DasGupta 2001).
follow-through-commitments = Todos sus compromisos
follow-through-overdue-none = No hay nada atrasado.
follow-through-replies = Qué dicen
follow-through-replies-none = Todavía no hay respuesta.
follow-through-reply = Su respuesta
follow-through-reply-hint = Se ve junto a sus cifras, con la fecha de hoy. Todos los socios pueden leerla.
follow-through-reply-button = Publicar la respuesta
follow-through-reply-notice = Su respuesta se ve junto a sus cifras.

# Qué está mal.
error-commitment-missing = Aquí no hay tal compromiso.
error-commitment-changed = Alguien cambió este compromiso desde que usted lo abrió. Véalo como está ahora y vuelva a decidir.
error-commitment-fields = Algunos campos necesitan otro valor.
error-commitment-one-party = Elija otro socio: nadie se promete algo a sí mismo.
error-commitment-no-partner = Elija un socio que sea miembro hoy.
error-commitment-date-past = Escriba el { $today } o una fecha posterior.
error-commitment-not-waiting = { $state ->
    [open] Esto ya fue aceptado.
    [claimed] Esto ya fue aceptado, y se dice que está hecho.
    [declined] Esto ya fue rechazado.
    [withdrawn] Esto ya fue retirado.
    [kept] Esto ya se cumplió.
    [broken] Esto ya se abandonó.
   *[other] Nada espera respuesta.
 }
error-commitment-not-open = { $state ->
    [proposed] Esto todavía no es una promesa: espera respuesta.
    [claimed] Esto ya fue marcado como hecho. Ahora responde el socio que lo espera.
    [kept] Esto ya se cumplió.
    [broken] Esto ya se abandonó.
    [declined] Esto fue rechazado, así que no hay promesa.
    [withdrawn] Esto fue retirado, así que no hay promesa.
   *[other] Esta promesa no está abierta.
 }
error-commitment-not-claimed = { $state ->
    [kept] Esto ya fue confirmado.
    [open] Nadie lo ha marcado como hecho todavía.
   *[other] No hay nada que confirmar.
 }
error-commitment-over = Este compromiso terminó.
error-commitment-other-side = Esto lo decide la otra parte.
error-commitment-not-yours = Usted no habla por el socio que decide esto.
error-commitment-lead-only = Solo una persona responsable puede poner a otra a cargo. Deje el campo como está para estar usted a cargo.
error-commitment-not-theirs = Elija una persona que trabaje para el socio que promete.
error-commitment-same-person = Debe responder otra persona: nadie se responde a sí mismo.
error-commitment-offered-date-past = La fecha { $due } ya pasó. Ofrezca otra cosa con una fecha nueva.
error-commitment-same-terms = Son las mismas condiciones. Cambie el resultado o la fecha, o acepte.
error-commitment-same-date = Es la fecha que ya tiene. Elija otra.
error-commitment-no-carrier = Elija una persona o un puesto de su organización.
error-commitment-seat-empty = Nadie ocupa este puesto. Elija una persona o pida primero a alguien que ocupe el puesto.
error-commitment-same-in-charge = Esta persona ya está a cargo.
error-commitment-not-stalled = Aquí no hay atraso, así que no se pide un motivo.
error-commitment-reminded-today = Ya se les recordó hoy. Espere hasta mañana.
error-commitment-nothing-to-undo = No hay nada que deshacer.
error-commitment-undo-not-yours = Solo quien lo hizo puede deshacerlo.
error-commitment-undo-too-late = Ya pasaron los 10 minutos para deshacerlo.
error-commitment-history = No se puede leer la historia de este compromiso. Avise a quien coordina su alianza.
error-evidence-none = Agregue un enlace o elija un archivo.
error-evidence-both = Agregue un enlace o un archivo, uno por vez.
error-evidence-empty = El archivo está vacío. Elija otro.
error-evidence-too-large = El archivo pesa más de { $megabytes } MB. Envíe uno más pequeño o un enlace.
error-evidence-kind = Este tipo de archivo no se acepta. Envíe un archivo PDF, PNG, JPEG, WebP, de texto, CSV, Word, Excel u OpenDocument, sin macros.
error-evidence-full = Un compromiso guarda 30 pruebas como máximo. Quite una primero.
error-evidence-not-yours = Solo quien lo agregó puede quitarlo.

# Correo.
commitments-mail-offered-subject = Una oferta espera su respuesta
commitments-mail-offered-text = Un socio ofrece un compromiso a su organización. Abra el enlace para aceptar, rechazar o responder con otra oferta.
commitments-mail-asked-subject = Un socio pide un compromiso
commitments-mail-asked-text = Un socio pide un compromiso a su organización. Abra el enlace para aceptar, rechazar o responder con otra oferta.
commitments-mail-countered-subject = Hay otra oferta
commitments-mail-countered-text = La otra parte respondió con otras condiciones. Abra el enlace para verlas y responder.
commitments-mail-accepted-subject = Se aceptaron sus condiciones
commitments-mail-accepted-text = La otra parte aceptó sus condiciones. Ahora es una promesa.
commitments-mail-declined-subject = Se rechazaron sus condiciones
commitments-mail-declined-text = La otra parte rechazó sus condiciones. Abra el enlace para leer por qué.
commitments-mail-claimed-subject = Algo que usted espera, según dicen, está hecho
commitments-mail-claimed-text = Un socio dice que cumplió una promesa hecha a ustedes. Abra el enlace para confirmarlo o decir qué falta.
commitments-mail-kept-subject = Su promesa fue confirmada
commitments-mail-kept-text = El socio que esperaba dice que usted cumplió su promesa. Gracias.
commitments-mail-not-yet-subject = Falta algo
commitments-mail-not-yet-text = El socio que espera dice que falta algo. Abra el enlace para leer qué.
commitments-mail-moved-subject = Se movió una fecha
commitments-mail-moved-text = Un socio movió la fecha de una promesa hecha a ustedes. Abra el enlace para ver la nueva fecha y el motivo.
commitments-mail-broken-subject = Una promesa no se hará
commitments-mail-broken-text = Se dijo que una promesa no se hará. Abra el enlace para leer por qué.
commitments-mail-handed-over-subject = Usted está a cargo de una promesa
commitments-mail-handed-over-text = Su organización le puso a cargo de una promesa. Abra el enlace para verla.
commitments-mail-reminded-subject = Un recordatorio de quien coordina la alianza
commitments-mail-reminded-text = Un compromiso espera su siguiente paso. Abra el enlace para verlo.
commitments-mail-week-before-subject = Una promesa suya vence en una semana
commitments-mail-week-before-text = Una promesa suya vence en 7 días o menos. Si la fecha no se puede cumplir, puede cambiarla ahora y no cuenta como retraso.
commitments-mail-day-before-subject = Una promesa suya vence mañana
commitments-mail-day-before-text = Una promesa suya vence en un día. Si la fecha no se puede cumplir, puede cambiarla ahora y no cuenta como retraso.
commitments-mail-stalled-subject = Un compromiso necesita ayuda
commitments-mail-stalled-text = Un compromiso no avanza, y usted puede ayudar. Abra el enlace para ver qué lo impide, o para decirlo.
commitments-mail-escalated-subject = Un compromiso sigue necesitando ayuda
commitments-mail-escalated-text = Un compromiso no ha avanzado en la semana después de nuestra pregunta. Abra el enlace para ver quién espera y qué lo impide.

# Lo ocurrido, en palabras.
event-commitment-offered = { $who } ofreció un compromiso: { $title }
event-commitment-asked = { $who } pidió un compromiso: { $title }
event-commitment-countered = { $who } respondió con otras condiciones: { $title }
event-commitment-accepted = { $who } aceptó un compromiso: { $title }
event-commitment-declined = { $who } rechazó un compromiso: { $title }
event-commitment-withdrawn = { $who } retiró una oferta: { $title }
event-commitment-claimed-done = { $who } marcó como hecho: { $title }
event-commitment-kept = { $who } confirmó una promesa cumplida: { $title }
event-commitment-not-yet = { $who } dijo que falta algo: { $title }
event-commitment-moved = { $who } movió una fecha: { $title }
event-commitment-broken = { $who } dijo que no se hará: { $title }
event-commitment-handed-over = { $who } cambió quién está a cargo: { $title }
event-commitment-explained = { $who } dijo qué lo impide: { $title }
event-commitment-reminded = { $who } envió un recordatorio: { $title }
event-commitment-evidence-added = { $who } agregó una prueba: { $title }
event-commitment-evidence-removed = { $who } quitó una prueba: { $title }
event-commitment-undone = { $who } deshizo un paso: { $title }
event-commitment-nudged = Concord envió un recordatorio: { $title }
event-follow-through-replied = { $who } respondió sobre las cifras de { $organization }

## Decisions

decisions-title = Decisiones
decisions-short = { $open ->
    [0] No hay preguntas abiertas. El registro guarda qué se decidió, cómo y quién lo vio de otra manera.
    [one] Hay 1 pregunta abierta. El registro guarda qué se decidió, cómo y quién lo vio de otra manera.
   *[other] Hay { $open } preguntas abiertas. El registro guarda qué se decidió, cómo y quién lo vio de otra manera.
 }
decisions-ask = Hacer una pregunta
decisions-ask-short = Primero elija cómo deciden los socios. Después escriba la pregunta. Nadie puede responder hasta que la presente.
decisions-choose-method = ¿Cómo vamos a decidir?
decisions-open = Preguntas abiertas
decisions-open-caption = Preguntas abiertas, primero la que vence antes
decisions-log = Registro
decisions-export = Guardar como tabla (CSV)
decisions-caption = Decisiones, primero la más reciente
decisions-column-question = Pregunta
decisions-column-who = Quién decide
decisions-column-when = Cuándo
decisions-column-answered = Respuestas
decisions-column-voter = Quién
decisions-column-said = Posición
decisions-column-why = Por qué
decisions-answered = { $answered } de { $roll }
decisions-due-by = hasta el { $date }
decisions-none = Todavía no hay decisiones
decisions-none-text = Aquí se ven las preguntas y lo que resultó de ellas. Haga la primera.
decisions-none-found = Ninguna decisión coincide
decisions-all = Todas las decisiones
decisions-state = Estado
decisions-state-all = Cualquier estado
decisions-state-draft = Borrador
decisions-state-open = Abierta
decisions-state-closed = Cerrada
decisions-state-withdrawn = Retirada
decisions-mark-due = Abierta, fecha vencida
decisions-mark-replaced = Reemplazada
decisions-result = Resultado
decisions-result-all = Cualquier resultado
decisions-result-adopted = Aprobada
decisions-result-chosen = Elegida
decisions-result-not-adopted = No aprobada
decisions-result-undecided = Sin decisión
decisions-force = Vigencia
decisions-force-all = Vigente o no
decisions-force-in-force = Sigue vigente
decisions-force-replaced = Reemplazada por otra posterior
decisions-method = Método
decisions-method-all = Cualquier método
decisions-method-consent = Consentimiento
decisions-method-majority = Voto por mayoría
decisions-method-two-thirds = Voto de dos tercios
decisions-method-ranked = Voto por orden de preferencia
decisions-method-advice = Consejo
decisions-by-consent = Decisión por consentimiento
decisions-by-majority = Decisión por mayoría
decisions-by-two-thirds = Decisión por dos tercios
decisions-by-ranked = Decisión por orden de preferencia
decisions-by-advice = Decisión con consejo
decisions-in-round = { $method }, ronda { $round }
decisions-about-consent = Una propuesta. Se aprueba cuando nadie objeta. Una objeción necesita una razón. La propuesta puede cambiar hasta que nadie objete.
decisions-about-majority = Una propuesta. Se aprueba cuando más de la mitad de quienes están a favor o en contra están a favor.
decisions-about-two-thirds = Una propuesta. Se aprueba cuando al menos dos tercios de quienes están a favor o en contra están a favor.
decisions-about-ranked = Varias opciones. Cada voz las ordena. La opción con menos primeros lugares sale, ronda por ronda, hasta que una tenga más de la mitad.
decisions-about-advice = Un socio decide, después de escuchar a todos los que nombra.
decisions-body = Grupo
decisions-body-all = Cualquier grupo
decisions-body-hint = Déjelo vacío cuando deciden todos los socios.
decisions-all-partners = Todos los socios
decisions-owner = Presentada por
decisions-owner-hint = Sus responsables presentan y cierran la pregunta. También puede hacerlo una persona coordinadora.
decisions-electorate = Quién decide
decisions-of-partners = Todos los socios que son miembros. Cada uno tiene una voz.
decisions-of-organizations = Las organizaciones de { $body }. Cada una tiene una voz.
decisions-of-seats = Los puestos de { $body }. Cada uno tiene una voz.
decisions-franchise = Qué cuenta como una voz
decisions-franchise-organization = Cada organización
decisions-franchise-seat = Cada puesto de un grupo
decisions-quorum = Cuántos deben responder
decisions-quorum-hint = Con menos respuestas no se decide nada.
decisions-quorum-one = Al menos uno
decisions-quorum-third = Al menos un tercio
decisions-quorum-half = Más de la mitad
decisions-quorum-two-thirds = Al menos dos tercios
decisions-quorum-all = Todos
decisions-decider = Quién decide
decisions-decider-hint = Su responsable decide y cierra la pregunta.
decisions-advisers = A quién se escucha antes
decisions-advisers-hint = Hay que escuchar a todos antes de decidir.
decisions-question = Pregunta
decisions-question-hint = Una pregunta que una respuesta resuelve, como "¿Usamos un solo formulario de ingreso?"
decisions-proposal = Propuesta
decisions-proposal-hint = Lo que valdrá si se aprueba, completo.
decisions-options = Opciones
decisions-options-hint = Una en cada línea, de 2 a 12. Su orden se publica: decide entre opciones iguales en todas las rondas.
decisions-options-hint-advice = Una en cada línea, de 2 a 12.
decisions-option = Opción
decisions-background = Contexto
decisions-supersedes = Esta pregunta reabre una decisión cerrada: { $title }. Aquella queda como está. Si esta decide algo, toma su lugar.
decisions-save-draft = Guardar el borrador
decisions-what-draft = La pregunta se guarda como borrador.
decisions-knows-draft = Todas las personas de la alianza pueden leer borradores. Todavía no se avisa a nadie.
decisions-back-draft = Sí. Un borrador se puede cambiar o retirar.
decisions-proposed-notice = El borrador está guardado. Presente la pregunta cuando esté lista.
decisions-revised-notice = El borrador cambió.
decisions-verb-edit = Cambiar el borrador
decisions-verb-reopen = Reabrir con una pregunta nueva
decisions-verb-position = Dar una posición
decisions-verb-put = Presentar la pregunta
decisions-verb-amend = Cambiar la propuesta
decisions-verb-close = Cerrar la pregunta
decisions-verb-withdraw = Retirar la pregunta
decisions-what-position = Su posición cuenta en esta ronda.
decisions-what-put = Quienes están en esta lista pueden dar una posición. La lista queda como está.
decisions-what-amend = Empieza una ronda nueva. Las posiciones de esta ronda se pueden leer y ya no cuentan.
decisions-what-close = Se cuentan las posiciones y el resultado queda registrado. Todas las personas pueden leer todas las posiciones.
decisions-what-withdraw = La pregunta termina y no se decide nada.
decisions-knows-position = Quienes ya dieron su posición. Cuando la pregunta se cierra, todas las personas de la alianza.
decisions-knows-put = Quienes pueden responder reciben un correo con un enlace.
decisions-knows-amend = Quienes pueden responder reciben un correo con un enlace.
decisions-knows-close = Quienes pueden responder reciben un correo con un enlace.
decisions-knows-withdraw = Quienes pueden responder reciben un correo, si la pregunta se presentó.
decisions-back-position = Sí. Puede cambiarla o retirarla hasta que se cierre la pregunta.
decisions-back-put = Puede retirar la pregunta, con una razón. La lista no se puede cambiar.
decisions-back-amend = No. Puede cambiar la propuesta otra vez.
decisions-back-close = No. Una decisión cerrada nunca cambia. Una pregunta nueva puede reabrirla.
decisions-back-withdraw = No. Puede escribir una pregunta nueva.
decisions-position-notice = Su posición está dada.
decisions-put-notice = La pregunta está presentada. Se avisó a quienes pueden responder.
decisions-amend-notice = Empezó una ronda nueva. Se avisó a quienes pueden responder.
decisions-close-notice = La pregunta está cerrada.
decisions-withdraw-notice = La pregunta está retirada.
decisions-take-back = Retirarla
decisions-take-back-notice = Su posición está retirada.
decisions-change = Cambiarla
decisions-mine = Su posición por { $who }
decisions-mine-waits = Se espera su posición.
decisions-voter = En nombre de quién
decisions-your-position = Su posición
decisions-stance-support = A favor
decisions-stance-can-live-with = Lo acepta
decisions-stance-object = Objeta
decisions-stance-abstain = Se abstiene
decisions-advised = Dio su consejo
decisions-your-advice = Su consejo
decisions-words = Por qué
decisions-words-hint = Una objeción necesita una razón: ¿qué tendría que cambiar? No nombre a personas que atendemos.
decisions-ranking = Su orden de preferencia
decisions-ranking-hint = Ordene las que quiera. Las que deja fuera son las que menos prefiere.
decisions-place = { $place ->
    [1] Primera opción
    [2] Segunda opción
    [3] Tercera opción
   *[other] Opción { $place }
 }
decisions-no-place = Ninguna
decisions-rank-none = Participamos y no ordenamos ninguna
decisions-due = Posiciones hasta
decisions-due-hint = La pregunta se puede cerrar cuando todos respondieron, o después de este día.
decisions-amend-hint = Cámbiela para que quienes objetan puedan aceptarla.
decisions-what-changed = Qué cambió y por qué:
decisions-what-changed-hint = Nombre las objeciones que el texto nuevo atiende.
decisions-choice = Qué se decide
decisions-choice-hint = Sin elegir, la pregunta se cierra y no se decide nada.
decisions-compromise = Qué se acordó para que otros pudieran aceptarlo
decisions-compromise-hint = El acuerdo, en pocas frases. Queda registrado.
decisions-positions = Posiciones
decisions-positions-caption = Posiciones en la última ronda
decisions-said-by = { $who }, { $date }
decisions-hidden-until-given = Las posiciones están ocultas hasta que usted dé la suya.
decisions-hidden-until-closed = Las posiciones están ocultas hasta que se cierre la pregunta.
decisions-hidden-withdrawn = La pregunta se retiró. Las posiciones siguen ocultas.
decisions-figures = A favor: { $support }. Lo aceptan: { $live }. Objetan: { $object }. Se abstienen: { $abstain }.
decisions-turnout = Respondieron { $took } de { $roll }; debían { $needed }.
decisions-rounds = Cómo se contó
decisions-rounds-caption = Cuántos ponían primero cada opción, ronda por ronda
decisions-rounds-how = Cuando varias opciones tienen igual de pocos, sale la que tuvo menos en la ronda anterior, y así hacia atrás. De las iguales en todas las rondas sale la última de la lista publicada.
decisions-round = Ronda { $round }
decisions-out = Después de la ronda { $round } salió la opción con menos: { $option }.
decisions-out-earlier = Después de la ronda { $round } varias tenían igual de pocos. Salió la que tuvo menos en una ronda anterior: { $option }.
decisions-out-list = Después de la ronda { $round } varias eran iguales en todas las rondas. Salió la última de la lista publicada: { $option }.
decisions-earlier = Rondas anteriores
decisions-outcome = Qué resultó
decisions-outcome-adopted = La propuesta se aprobó.
decisions-outcome-not-adopted = La propuesta no se aprobó.
decisions-outcome-chosen = Elegida: { $option }.
decisions-gap-no-quorum = No se decidió nada: respondieron muy pocos.
decisions-gap-all-abstained = No se decidió nada: todos se abstuvieron.
decisions-gap-not-heard = No se decidió nada: no se escuchó a todos.
decisions-gap-not-chosen = No se decidió nada: no se eligió ninguna opción.
decisions-dissent = Quién lo vio de otra manera
decisions-dissent-none = Nadie.
decisions-short-draft = { $who } presenta esta pregunta. Es un borrador: nadie puede responder todavía.
decisions-short-open = Respondieron { $answered } de { $roll }. Las posiciones se esperan hasta el { $date }.
decisions-short-closed = Cerrada el { $date }.
decisions-short-withdrawn = Retirada el { $date }: { $why }
decisions-replaced-by = Una decisión posterior tomó su lugar:
decisions-reopened-by = Una pregunta nueva la reabre:
decisions-was-reopened-by = Una pregunta la reabrió y la dejó como estaba:
decisions-replaces = Tomó el lugar de:
decisions-reopens = Reabre:
decisions-closed-on = Cerrada
decisions-closed-by = Cerrada por
decisions-person-for = { $who }, { $organization }
decisions-roll = Quién puede responder
decisions-roll-nobody = Nadie: ningún puesto está ocupado.
decisions-roll-fixed = Fijado cuando se presentó la pregunta.
decisions-roll-would-be = Como sería hoy. Se fija cuando se presenta la pregunta.
decisions-promises = Quién la lleva a cabo
decisions-promises-none = Nadie ha prometido nada para ella todavía.
decisions-promises-caption = Compromisos que llevan a cabo esta decisión
decisions-promise = Prometer algo
decisions-ask-partner = Pedirlo a un socio
decisions-carried-out = Qué lleva a cabo
decisions-panel-waits = Posiciones sobre preguntas
decisions-panel-waits-detail = Se espera su posición. { $partnership }
decisions-step-proposed = { $who } escribió la pregunta por { $organization }
decisions-step-revised = { $who } cambió el borrador por { $organization }
decisions-step-put = { $who } presentó la pregunta por { $organization }
decisions-step-given = { $who } dio una posición por { $organization }
decisions-step-taken-back = { $who } retiró una posición por { $organization }
decisions-step-amended = { $who } cambió la propuesta por { $organization }; empezó una ronda nueva
decisions-step-closed = { $who } cerró la pregunta por { $organization }
decisions-step-withdrawn = { $who } retiró la pregunta por { $organization }
decisions-mail-put-subject = Una pregunta espera su posición
decisions-mail-put-text = Los socios deciden algo y se espera su posición. Abra el enlace para leerlo y responder.
decisions-mail-amended-subject = Una propuesta cambió
decisions-mail-amended-text = Una propuesta cambió y empezó una ronda nueva. Abra el enlace para leerla y dar su posición otra vez.
decisions-mail-closed-subject = Una pregunta se cerró
decisions-mail-closed-text = Se cerró una pregunta en la que usted puede responder. Abra el enlace para leer qué resultó.
decisions-mail-withdrawn-subject = Una pregunta se retiró
decisions-mail-withdrawn-text = Se retiró una pregunta en la que usted puede responder. Abra el enlace para leer por qué.
error-decision-missing = Aquí no existe esa decisión.
error-decision-changed = Alguien cambió esta decisión desde que usted la abrió. Mírela como está ahora y responda otra vez.
error-decision-fields = Algunos campos necesitan otro valor.
error-decision-two-options = Escriba al menos 2 opciones, una en cada línea.
error-decision-many-options = Escriba como máximo 12 opciones.
error-decision-option-twice = Dos opciones son iguales. Cambie una de ellas.
error-decision-adviser-decides = Quien decide no puede estar entre quienes se escucha. Quítelo de la lista.
error-decision-seats-of-body = Elija el grupo cuyos puestos deciden.
error-decision-ranked-twice = Una opción tiene dos lugares. Dé un solo lugar a cada opción.
error-decision-not-yours = Solo una persona coordinadora, o responsable de la organización que presenta la pregunta, puede hacer esto.
error-decision-not-on-roll = Usted no habla por nadie que pueda responder esta pregunta.
error-decision-not-draft = La pregunta ya se presentó. Solo se puede cambiar antes.
error-decision-not-open = La pregunta no está abierta.
error-decision-over = Esta decisión terminó y nunca cambia. Una pregunta nueva puede reabrirla.
error-decision-not-closed = Solo se puede reabrir una decisión cerrada.
error-decision-reopened = Otra pregunta ya reabre esta decisión. Participe en esa.
error-decision-nothing-decided = Aquí no se decidió nada, así que no hay nada que prometer.
error-decision-too-early = No todos han respondido. Se puede cerrar después del { $due }.
error-decision-no-amendment = Solo una propuesta que se decide por consentimiento puede cambiar después de presentada.
error-decision-same = No cambió nada. Cambie el texto o cancele.
error-decision-empty-roll = Nadie podría responder: nadie ocupa un puesto o nadie es miembro.
error-decision-no-position = Usted no ha dado una posición en esta ronda.
error-decision-other-method = Esta respuesta no corresponde al método de la pregunta.
error-decision-history = No se puede leer la historia de esta decisión. Avise a la persona coordinadora.
event-decision-proposed = { $who } escribió una pregunta: { $title }
event-decision-revised = { $who } cambió un borrador: { $title }
event-decision-put = { $who } presentó una pregunta: { $title }
event-decision-amended = { $who } cambió una propuesta: { $title }
event-decision-closed = { $who } cerró una pregunta: { $title }. { $outcome }
event-decision-withdrawn = { $who } retiró una pregunta: { $title }
event-decision-reopened = { $who } reabrió una decisión con una pregunta nueva: { $title }
event-decision-replaced = Una decisión posterior tomó el lugar de: { $title }
event-position-sealed = Alguien dio una posición, la cambió o la retiró
word-outcome-adopted = Aprobada
word-outcome-chosen = Se eligió una opción
word-outcome-not-adopted = No aprobada
word-outcome-undecided = Sin decisión

# Ideas y recomendaciones, y en qué quedó cada una.
ideas-title = Ideas y resultados
ideas-text = Qué se podría hacer, qué se está probando y en qué quedó. Lo que no funcionó también queda aquí, para que nadie lo pruebe dos veces.
ideas-list = De la idea al resultado
ideas-caption = Ideas y recomendaciones con quién responde, en qué punto están y qué se aprendió
ideas-none = Todavía no hay ideas
ideas-none-text = Anote lo que se podría probar, o lo que recomienda una auditoría o una revisión, para que no se pierda.
ideas-none-found = Ninguna idea coincide
ideas-new = Anotar una idea o una recomendación
ideas-form-text = Dígalo de modo que todos los socios lo entiendan. No escriba nombres de clientes aquí.
ideas-kind-all = Ideas y recomendaciones
ideas-kind-idea = Idea
ideas-kind-recommendation = Recomendación de una auditoría o revisión
ideas-state-all = Todas
ideas-state-open = Espera a que alguien la tome
ideas-state-pilot = Se está probando
ideas-state-over = Falta el resultado
ideas-state-kept = Se queda
ideas-state-done = Cumplida
ideas-state-dropped = Descartada
ideas-said = Pregunta o resultado
ideas-when = Día
ideas-title-field = Qué se podría hacer
ideas-title-hint = Por ejemplo: "Un solo formulario de ingreso para todos los albergues".
ideas-source = Quién lo recomienda, y dónde
ideas-source-hint = De una recomendación: por ejemplo, "Auditoría estatal, informe de 2026, número 4".
ideas-link = Dónde se puede leer
ideas-read = Leerla en su fuente
ideas-pilot = Cómo se prueba
ideas-question = Qué debe mostrar
ideas-question-hint = Una sola pregunta, por ejemplo: "¿Esperan menos días las familias?"
ideas-yardstick = Qué dice si funciona
ideas-yardstick-hint = Qué se cuenta y cuánto sería suficiente.
ideas-due = Último día
ideas-due-hint = Al día siguiente se pregunta a quienes la prueban en qué quedó.
ideas-carrier = Quién la prueba
ideas-verdict = Qué pasa con ella
ideas-verdict-keep = Se queda
ideas-verdict-drop = La descartamos
ideas-learned = Qué se aprendió
ideas-learned-hint = Qué mostró, en palabras que ayuden a quien tenga la misma idea. No escriba nombres de clientes aquí.
ideas-why = Por qué se abre de nuevo
ideas-promises = Qué se prometió para ello
ideas-promises-none = Nadie ha prometido nada para esto todavía.
ideas-promises-caption = Compromisos que lo llevan a cabo
ideas-cause = Lleva a cabo
ideas-short-open = Espera a que alguien la tome.
ideas-short-pilot = { $who } la prueba hasta el { $date }.
ideas-short-over = { $who } la probó hasta el { $date }. Todavía no está escrito en qué quedó.
ideas-short-kept = Se queda desde el { $date }.
ideas-short-dropped = Descartada el { $date }.
ideas-verb-pilot = Probarla
ideas-verb-result = Decir en qué quedó
ideas-verb-edit = Editar
ideas-verb-reopen = Abrir de nuevo
ideas-what-pilot = La prueba aparece aquí con su pregunta y su último día.
ideas-what-result = El resultado aparece primero en esta página y se puede buscar por sus palabras.
ideas-what-edit = Las nuevas palabras aparecen en todas las páginas.
ideas-what-reopen = Se puede probar otra vez. Lo aprendido queda en el historial.
ideas-back-pilot = No. En su lugar, diga en cualquier momento en qué quedó.
ideas-back-result = Sí, ábrala de nuevo.
ideas-back-edit = Sí, cámbiela otra vez.
ideas-back-reopen = Sí, diga otra vez en qué quedó.
ideas-proposed-notice = Quedó anotada.
ideas-changed-notice = Se cambió.
ideas-pilot-notice = La prueba ya aparece aquí.
ideas-result-notice = El resultado quedó escrito.
ideas-reopen-notice = Está abierta de nuevo.
ideas-step-proposed = { $who }, { $organization }, la anotó
ideas-step-changed = { $who }, { $organization }, cambió lo que dice
ideas-step-begun = { $who }, { $organization }, comenzó una prueba
ideas-step-kept = { $who }, { $organization }, dijo que se queda
ideas-step-dropped = { $who }, { $organization }, la descartó
ideas-step-reopened = { $who }, { $organization }, la abrió de nuevo
ideas-panel = Pruebas que terminaron
error-idea-missing = No hay tal idea aquí.
error-idea-changed = Alguien cambió esto después de que usted lo abrió. Mírelo como está ahora y luego decida.
error-idea-fields = Algunos campos necesitan otro valor.
error-idea-not-yours = Solo puede hacerlo la coordinación o alguien que actúa por el socio responsable.
error-idea-ended = Ya se sabe en qué quedó. Ábrala de nuevo primero.
error-idea-not-ended = Esto ya está abierto.
error-idea-begun = Se está probando. Diga primero en qué quedó.
error-idea-not-tried = Nadie la ha probado todavía. Pruébela primero o descártela.
error-idea-same = Nada cambió. Cambie un campo o cancele.
error-idea-ends-early = El último día es anterior al primero. Revise los dos días.
event-idea-proposed = { $who } anotó una idea: { $title }
event-idea-changed = { $who } cambió una idea: { $title }
event-idea-begun = { $who } comenzó a probar una idea: { $title }
event-idea-kept = { $who } dijo que una idea se queda: { $title }
event-idea-dropped = { $who } descartó una idea: { $title }
event-idea-reopened = { $who } abrió de nuevo una idea: { $title }
# Lo que encuentra la búsqueda.
find-commitment = Compromiso
find-decision = Decisión
find-plan-item = Plan
find-risk = Riesgo o problema
find-idea = Idea

# La página para todas las personas
goals-public = Nuestras metas
commitments-public = ¿Cumplimos nuestra palabra?
decisions-public = Lo que decidimos

# Lo que lleva un puesto
carried-promises = Promesas abiertas
carried-questions = Preguntas que esperan a este puesto
carried-drafts = Preguntas escritas y todavía sin plantear
carried-duties = Partes en el plan
