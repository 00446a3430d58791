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
