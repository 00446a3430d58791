# Errores de lo que los socios hacen juntos.
error-community-table = No se pudo escribir la tabla. Vuelva a intentarlo.
error-community-fields = Hay campos que necesitan otro valor

# Conversaciones.
talk-title = Conversaciones
talk-block = Hablemos de esto
talk-none-yet = Nadie ha dicho nada todavía. Empiece aquí abajo.
talk-none = Nadie ha dicho nada todavía.
talk-lead = { $count ->
    [one] { $count } conversación. Todos en la alianza pueden leerla y responder.
   *[other] { $count } conversaciones. Todos en la alianza pueden leerlas y responder.
 }
talk-lead-read = { $count ->
    [one] { $count } conversación. Los invitados solo leen.
   *[other] { $count } conversaciones. Los invitados solo leen.
 }
talk-all-about = Ver todas las conversaciones sobre esto
talk-between = { $count ->
    [one] { $count } respuesta anterior
   *[other] { $count } respuestas anteriores
 }
talk-by = { $organization }, { $when }
talk-edited = Cambiado. { $when }
talk-reply = Responder
talk-open = Abrir la conversación
talk-write = Escriba un mensaje
talk-write-hint = No escriba nombres de clientes. Para avisar a alguien, escriba @ y su nombre completo, por ejemplo @Jo Lindqvist. Puede usar **negritas** y listas.
talk-post = Publicar mensaje
talk-new = Empezar una conversación
talk-new-short = Sobre: { $name }
talk-new-title = De qué se trata
talk-new-title-hint = Unas pocas palabras, como el asunto de una carta
talk-who-reads = Todos en la alianza pueden leerlo. Quienes usted nombre con @ reciben un correo con un enlace, nunca con sus palabras.
talk-for = Usted habla por
talk-for-first = Mi organización principal
talk-line = Línea { $line } de la versión { $version }
talk-untitled = Una conversación sobre: { $name }
talk-taken-back = La persona que lo escribió lo retiró.
talk-hidden = { $who } ocultó este mensaje. El motivo: { $why }
talk-hidden-plain = La coordinación ocultó este mensaje. Abra la conversación para leer el motivo.
talk-reaction-agree = De acuerdo
talk-reaction-thanks = Gracias
talk-reaction-help = Necesito ayuda
talk-act-edit = Cambiar
talk-act-take-back = Retirar
talk-act-hide = Ocultar
talk-act-appeal = Pedir que se revise
talk-act-review = Revisar de nuevo
talk-short = { $who } la empezó por { $organization } el { $date }. { $answers ->
    [0] Nadie ha respondido todavía.
    [one] { $answers } respuesta.
   *[other] { $answers } respuestas.
 }
talk-said = Lo que se dijo
talk-answer = Responder
talk-side = Sobre esta conversación
talk-about = Sobre
talk-all = Todas las conversaciones
talk-back = Volver a la conversación
talk-hear = Qué avisos recibe
talk-hear-save = Guardar
talk-mode-follow = Cada respuesta
talk-mode-neither = Solo cuando me nombran
talk-mode-mute = Ninguno
talk-close = Está resuelta
talk-reopen = Abrirla de nuevo
talk-is-closed = Esta conversación está resuelta. Ábrala de nuevo para seguir.
talk-guests-read = Aquí los invitados solo leen. La coordinación puede abrirles esta conversación.
talk-status-closed = Resuelta
talk-status-help-plain = Se necesita ayuda
talk-status-help = { $count ->
    [one] { $count } persona necesita ayuda
   *[other] { $count } personas necesitan ayuda
 }
talk-list-short = Todo lo que se dice en esta alianza, lo más reciente primero.
talk-list-about = Todo lo que se dice sobre: { $name }
talk-filter-show = Mostrar
talk-filter-all = Todas
talk-filter-any = Cualquier tema
talk-filter-partner = La empezó
talk-filter-any-partner = Cualquier organización
talk-filter-words = Palabras
talk-show-open = Sin resolver
talk-show-help = Se necesita ayuda
talk-show-followed = Las que sigo
talk-show-closed = Resueltas
talk-none-found = Nada coincide con estos filtros
talk-none-found-text = Elija menos filtros u otras palabras.
talk-empty = Todavía no se ha dicho nada
talk-empty-text = Aquí aparecen las conversaciones. Cada una está también en la página de aquello de lo que trata.
talk-caption = Conversaciones, la más reciente primero
talk-column-what = Conversación
talk-column-who = La empezó
talk-column-answers = Respuestas
talk-column-last = Último mensaje
talk-kind-commitment = Compromiso
talk-kind-decision = Decisión
talk-kind-plan-item = Plan
talk-kind-measure = Medida
talk-kind-agreement = Acuerdo
talk-kind-organization = Organización
talk-kind-body = Grupo
talk-kind-partnership = La alianza
talk-kind-draft = Borrador
talk-kind-announcement = Anuncio
talk-kind-disagreement = Desacuerdo
talk-kind-meeting = Reunión
talk-kind-other = Otra cosa
talk-edit-title = Cambiar su mensaje
talk-edit-short = Todos pueden ver que cambió y cómo decía antes.
talk-edit-save = Guardar
talk-history-title = Cómo decía antes este mensaje
talk-history-short = { $who } lo escribió y lo cambió.
talk-history-none = Este mensaje no se puede leer.
talk-until = Hasta el { $when }
talk-now = Ahora
talk-take-back-title = Retirar su mensaje
talk-take-back-short = Sus palabras desaparecen. Las respuestas de los demás se quedan.
talk-take-back-what = Nadie podrá leer su mensaje, tampoco usted. Una línea dice que lo retiró.
talk-take-back-knows = Todas las organizaciones ven que hubo un mensaje.
talk-take-back-back = No. Escriba un mensaje nuevo.
talk-why-hint = Todas las organizaciones pueden leerlo. Escriba sobre el mensaje, no sobre la persona.
talk-hide-title = Ocultar un mensaje
talk-hide-short = Lo escribió { $who }. Oculte lo que nombra a un cliente, ofende a alguien o va contra la ley. No oculte lo que no le gusta.
talk-hide-why = Por qué
talk-hide-what = Los demás leen su motivo en lugar del mensaje. Quien lo escribió y la coordinación lo siguen leyendo.
talk-hide-knows = Quien lo escribió recibe un correo y puede pedir que se revise. Queda constancia de quién lo ocultó y por qué.
talk-hide-back = Sí. Revíselo de nuevo y muéstrelo.
talk-hide-notice = El mensaje está oculto. Avisamos a quien lo escribió.
talk-appeal-title = Pedir que se revise
talk-appeal-short = La coordinación ocultó este mensaje. Diga por qué los demás deben leerlo.
talk-appeal-why = Por qué debe mostrarse
talk-appeal-what = La coordinación lo revisa de nuevo y responde con un motivo.
talk-appeal-knows = La coordinación recibe un correo. Sus palabras quedan en el registro.
talk-appeal-back = No. Pero puede retirar el mensaje.
talk-appeal-notice = Avisamos a la coordinación.
talk-review-title = Revisar de nuevo un mensaje oculto
talk-review-short = Lo escribió { $who }.
talk-review-why = Por qué
talk-review-what = Se muestra de nuevo o sigue oculto.
talk-review-knows = Quien lo escribió recibe un correo. Su motivo queda en el registro.
talk-review-back = Sí. Puede revisarlo otra vez.
talk-review-notice = Avisamos a quien lo escribió.
talk-look = Qué debe pasar
talk-look-show = Mostrarlo de nuevo
talk-look-keep-hidden = Dejarlo oculto
talk-rulings-title = Mensajes ocultos
talk-rulings-short = Cada vez que un mensaje se ocultó, se revisó o se mostró de nuevo, con el motivo.
talk-rulings-none = Nunca se ocultó un mensaje
talk-rulings-none-text = Cuando la coordinación oculta un mensaje, aparece aquí con el motivo.
talk-rulings-caption = Lo que se hizo con los mensajes, lo más reciente primero
talk-rulings-what = Qué
talk-rulings-why = Motivo
talk-rulings-when = Cuándo
talk-rulings-waits = Espera una respuesta
talk-ruling-hidden = { $who } ocultó un mensaje de { $writer }
talk-ruling-appealed = { $writer } pidió que se revise
talk-ruling-kept-hidden = { $who } dejó oculto un mensaje de { $writer }
talk-ruling-shown = { $who } mostró de nuevo un mensaje de { $writer }
talk-settings-title = Dónde pueden escribir los invitados
talk-settings-short = Los invitados y la comunidad leen las conversaciones. Aquí elige dónde también escriben.
talk-settings-everywhere = En todas partes
talk-settings-all = Toda la alianza
talk-settings-kinds = Según el tema
talk-settings-single = En una sola página
talk-settings-as-all = Como en toda la alianza.
talk-door = Invitados
talk-door-open = Los invitados pueden escribir aquí.
talk-door-closed = Los invitados solo leen aquí.
talk-door-let = Dejar que escriban
talk-door-close = Que solo lean
talk-opened-notice = Su mensaje está publicado.
talk-answered-notice = Su respuesta está publicada.
talk-edited-notice = Su mensaje cambió.
talk-taken-back-notice = Usted retiró su mensaje.
talk-reacted-notice = Listo. Quien lo escribió puede verlo.
talk-unreacted-notice = Usted lo retiró.
talk-follow-notice = Recibirá un correo por cada respuesta.
talk-mute-notice = No recibirá más avisos de esta conversación.
talk-neither-notice = Solo recibirá avisos cuando le nombren.
talk-closed-notice = La conversación está resuelta.
talk-reopened-notice = La conversación sigue.
talk-door-open-notice = Ahora los invitados pueden escribir ahí.
talk-door-closed-notice = Ahora los invitados solo leen ahí.
talk-panel-named = Alguien le pregunta
talk-panel-named-by = { $who } le nombró: { $name }
talk-panel-named-detail = { $partnership }
talk-panel-answer = Responder
talk-mail-named-subject = Le nombraron en una conversación
talk-mail-named-text = Una organización le nombró a usted o a la suya. Abra el enlace para leer y responder.
talk-mail-answered-subject = Hay una respuesta nueva
talk-mail-answered-text = Hay una respuesta nueva en una conversación que usted sigue. Abra el enlace para leerla.
talk-mail-help-subject = Alguien necesita ayuda
talk-mail-help-text = Alguien no puede seguir solo con algo de lo que se habla. Abra el enlace para ver qué es.
talk-mail-hidden-subject = Su mensaje fue ocultado
talk-mail-hidden-text = La coordinación ocultó un mensaje suyo. Abra el enlace para leer el motivo. Puede pedir que se revise.
talk-mail-kept-hidden-subject = Su mensaje sigue oculto
talk-mail-kept-hidden-text = La coordinación revisó su mensaje. Abra el enlace para leer la respuesta.
talk-mail-shown-subject = Su mensaje se muestra de nuevo
talk-mail-shown-text = La coordinación revisó su mensaje. Ahora todos pueden leerlo.
talk-mail-appealed-subject = Alguien pide que se revise un mensaje
talk-mail-appealed-text = Quien escribió un mensaje oculto pide que lo revise. Abra el enlace para responder.
event-talk-opened = { $who } empezó una conversación sobre: { $about_name }
event-talk-answered = { $who } respondió en una conversación sobre: { $about_name }
event-talk-edited = { $who } cambió un mensaje sobre: { $about_name }
event-talk-taken-back = { $who } retiró un mensaje sobre: { $about_name }
event-talk-help-wanted = { $who } necesita ayuda. Se habla de: { $about_name }
event-talk-closed = { $who } dio por resuelta una conversación sobre: { $about_name }
event-talk-reopened = { $who } abrió de nuevo una conversación sobre: { $about_name }
event-talk-hidden = { $who } ocultó un mensaje sobre: { $about_name }
event-talk-appealed = { $who } pidió que se revise un mensaje oculto sobre: { $about_name }
event-talk-kept-hidden = { $who } dejó oculto un mensaje sobre: { $about_name }
event-talk-shown = { $who } mostró de nuevo un mensaje sobre: { $about_name }
event-talk-sealed = Alguien reaccionó a un mensaje o eligió sus avisos
event-talk-door-set = { $who } cambió dónde pueden escribir los invitados
error-talk-missing = Aquí no hay tal conversación.
error-talk-changed = Alguien lo cambió desde que usted lo abrió. Mire cómo está ahora y vuelva a intentarlo.
error-talk-fields = Algunos campos necesitan otro valor.
error-talk-not-yours = Solo quien lo escribió o la coordinación puede hacerlo.
error-talk-guests-read = Aquí los invitados solo leen. Pida a la coordinación que les abra esta conversación.
error-talk-closed = Esta conversación está resuelta. Ábrala de nuevo para seguir.
error-talk-not-closed = Esta conversación no está resuelta.
error-talk-full = Esta conversación está llena. Empiece otra.
error-talk-not-shown = { $state ->
    [hidden] Este mensaje está oculto, así que ahora no se puede hacer.
   *[other] Este mensaje fue retirado, así que ya no se puede hacer.
 }
error-talk-not-hidden = Este mensaje no está oculto.
error-talk-appealed = Usted ya lo pidió. La coordinación responderá.
error-talk-own-post = Este mensaje es suyo. Los demás pueden reaccionar.
error-talk-same = No cambió nada. Escriba otro texto o vuelva atrás.

# Anuncios.
announcements-title = Anuncios
announcements-one = Anuncio
announcements-list-short = Lo que todas las organizaciones deben saber, y quién lo ha leído.
announcements-new = Anunciar algo
announcements-new-short = Avise a todas las organizaciones o a algunas. Verá por cuál organización alguien ya lo leyó.
announcements-name = En pocas palabras
announcements-name-hint = Como el asunto de una carta
announcements-body = Lo que anuncia
announcements-body-hint = No escriba nombres de clientes. Puede usar **negritas** y listas.
announcements-read-by-hint = A quienes no lo han leído les recordamos 2 días antes, ese día y 3 días después.
announcements-read-by = Por favor léalo antes del { $date }.
announcements-audience = Para quién
announcements-audience-hint = No elija a nadie para avisar a todas las organizaciones.
announcements-new-what = Aparece en esta página y en el trabajo de quienes dirigen, hasta que alguien lo lea por cada organización.
announcements-new-knows = Todas las organizaciones pueden leerlo. Quienes dirigen las que usted elija reciben un correo con un enlace.
announcements-new-back = Sí, con un motivo. Las palabras quedan en el registro.
announcements-publish = Anunciarlo
announcements-edit = Corregirlo
announcements-edit-short = Todos pueden ver que se corrigió y cómo decía antes. Quien lo leyó, lo leyó.
announcements-edit-save = Guardar la corrección
announcements-withdraw = Retirarlo
announcements-why = Por qué
announcements-why-hint = Todas las organizaciones pueden leerlo.
announcements-withdraw-what = Queda en la página, marcado como retirado, con su motivo. Ya no se recuerda a nadie.
announcements-withdraw-knows = Quienes dirigen las organizaciones a las que iba reciben un correo.
announcements-withdraw-back = No. Anúncielo de nuevo.
announcements-status-withdrawn = Retirado
announcements-withdrawn = Se retiró el { $when }. El motivo: { $why }
announcements-short = { $who } lo anunció por { $organization } el { $date }.
announcements-before = Cómo decía antes
announcements-side = Quién lo ha leído
announcements-who-read = Leído por
announcements-not-read = Todavía sin leer
announcements-reader = { $who }, { $when }
announcements-confirm = Lo leí por { $organization }
announcements-remind = Recordar a quienes faltan
announcements-export = Guardar como tabla (CSV)
announcements-all = Todos los anuncios
announcements-none = Todavía no se ha anunciado nada
announcements-none-text = Aquí aparecen los anuncios, con quién los ha leído.
announcements-none-found = Ningún anuncio coincide con estos filtros
announcements-none-found-text = Elija menos filtros.
announcements-caption = Anuncios, el más reciente primero
announcements-column-who = Lo anunció
announcements-column-when = Cuándo
announcements-column-by = Leer antes del
announcements-column-read = Leído por
announcements-show-unread = No lo he leído
announcements-show-awaited = Alguien no lo ha leído
announcements-published-notice = Está anunciado.
announcements-corrected-notice = La corrección está guardada.
announcements-withdrawn-notice = Está retirado.
announcements-read-notice = Gracias. Los demás ven que usted lo leyó.
announcements-reminded-notice = Recordamos a quienes no lo han leído.
announcements-panel-unread = Anuncios por leer
announcements-panel-read = Leerlo
announcements-panel-detail = Por { $organization }, en { $partnership }
announcements-mail-published-subject = Hay un anuncio
announcements-mail-published-text = Una organización anunció algo a la suya. Abra el enlace para leerlo y diga que lo leyó.
announcements-mail-reminded-subject = Un anuncio espera que lo lean
announcements-mail-reminded-text = Nadie de su organización ha leído un anuncio todavía. Abra el enlace para leerlo y diga que lo leyó.
announcements-mail-withdrawn-subject = Se retiró un anuncio
announcements-mail-withdrawn-text = Se retiró un anuncio para su organización. Abra el enlace para leer el motivo.
event-announcement-published = { $who } anunció: { $title }
event-announcement-corrected = { $who } corrigió un anuncio: { $title }
event-announcement-withdrawn = { $who } retiró un anuncio: { $title }
event-announcement-read = { $who } leyó un anuncio por { $organization }: { $title }
event-announcement-reminded = Se recordó un anuncio a quienes no lo habían leído: { $title }
error-announcement-missing = Aquí no hay tal anuncio.
error-announcement-changed = Alguien cambió este anuncio desde que usted lo abrió. Mire cómo está ahora y vuelva a intentarlo.
error-announcement-fields = Algunos campos necesitan otro valor.
error-announcement-date-past = Escriba { $today } o una fecha posterior.
error-announcement-not-yours = Solo la coordinación, o quien dirige la organización que lo anunció, puede hacerlo.
error-announcement-not-awaited = Este anuncio no es para una organización en la que usted trabaja.
error-announcement-withdrawn = Este anuncio fue retirado.
error-announcement-all-read = Todas ya lo leyeron.
error-announcement-reminded-today = Hoy ya se les recordó. Espere hasta mañana.
error-announcement-same = No cambió nada. Escriba otro texto o vuelva atrás.

# El registro de desacuerdos.
disagreements-title = Desacuerdos
disagreements-one = Desacuerdo
disagreements-register = Registro
disagreements-list-short = Dónde las organizaciones ven distinto una pregunta, y cómo se resolvió.
disagreements-cannot-agree = ¿No logran ponerse de acuerdo? Anoten la pregunta en el registro de desacuerdos.
disagreements-new = Registrar un desacuerdo
disagreements-new-short = Surgió con: { $name }
disagreements-question = Pregunta
disagreements-question-hint = La pregunta en la que no están de acuerdo, con palabras que cada parte pueda aceptar
disagreements-parties = Quiénes no están de acuerdo
disagreements-parties-hint = Dos o más
disagreements-party = Parte
disagreements-your-view = Cómo lo ve su organización
disagreements-your-view-hint = Lo que quieren y lo que hay detrás. No escriba nombres de clientes.
disagreements-background = Antecedentes
disagreements-open = Anotarlo en el registro
disagreements-new-what = Aparece en el registro y en la página de aquello de lo que trata. Cada parte dice cómo lo ve.
disagreements-new-knows = Todas las organizaciones lo ven. Quienes dirigen las partes reciben un correo con un enlace.
disagreements-new-back = Sí, con un motivo. Queda en el registro como retirado.
disagreements-state-open = Abierto
disagreements-state-settled = Resuelto
disagreements-state-withdrawn = Retirado
disagreements-way-agreed = Ahora todas lo ven igual
disagreements-way-compromise = Cada una cedió algo
disagreements-way-decided = Lo resolvió una decisión
disagreements-way-stepped-back = Una renunció a su postura
disagreements-way-lives-on = Acuerdan verlo distinto
disagreements-any-way = De cualquier forma
disagreements-settled = Cómo se resolvió
disagreements-views = Cómo lo ve cada parte
disagreements-no-view = Todavía no lo ha dicho.
disagreements-history = Historia
disagreements-side = Sobre este desacuerdo
disagreements-thread = La conversación de la que surgió
disagreements-all = Todos los desacuerdos
disagreements-short = { $parties }. Desde el { $date }.
disagreements-short-settled = Se resolvió el { $date }: { $way }.
disagreements-since = Desde
disagreements-column-state = Cómo está
disagreements-caption = Desacuerdos, el más reciente primero
disagreements-none = No hay desacuerdos
disagreements-none-text = Cuando las organizaciones ven distinto una pregunta, aparece aquí hasta que se resuelve.
disagreements-none-found = Ningún desacuerdo coincide con estos filtros
disagreements-outcome = A qué llegaron
disagreements-outcome-hint = Todas las organizaciones pueden leerlo. No escriba nombres de clientes.
disagreements-on = Cuándo se resolvió
disagreements-why-reopen = Por qué se abre de nuevo
disagreements-why-withdraw = Por qué no hay desacuerdo
disagreements-verb-view = Decir cómo lo vemos
disagreements-verb-settle = Está resuelto
disagreements-verb-reopen = Abrirlo de nuevo
disagreements-verb-withdraw = Retirarlo
disagreements-view-what = Sus palabras quedan junto a las de las otras partes.
disagreements-view-knows = Todas las organizaciones lo ven.
disagreements-view-back = Puede decirlo de nuevo mientras esté abierto. La historia guarda cada texto.
disagreements-settle-what = El registro dice cómo y cuándo se resolvió.
disagreements-settle-knows = Todas las organizaciones lo ven. Quienes dirigen las partes reciben un correo.
disagreements-settle-back = Sí. Cualquier parte puede abrirlo de nuevo con un motivo.
disagreements-reopen-what = Queda abierto de nuevo. La historia guarda cómo se había resuelto.
disagreements-reopen-knows = Todas las organizaciones lo ven. Quienes dirigen las partes reciben un correo.
disagreements-reopen-back = Resuélvanlo de nuevo.
disagreements-withdraw-what = Queda en el registro como retirado, con su motivo.
disagreements-withdraw-knows = Todas las organizaciones lo ven.
disagreements-withdraw-back = Sí. Cualquier parte puede abrirlo de nuevo con un motivo.
disagreements-opened-notice = Está en el registro.
disagreements-view-notice = Su postura está guardada.
disagreements-settle-notice = Está resuelto.
disagreements-reopen-notice = Está abierto de nuevo.
disagreements-withdraw-notice = Está retirado.
disagreements-step-opened = { $who }, de { $organization }, lo anotó en el registro
disagreements-step-viewed = { $who } dijo cómo lo ve { $organization }
disagreements-step-settled = { $who }, de { $organization }, dijo cómo se resolvió
disagreements-step-reopened = { $who }, de { $organization }, lo abrió de nuevo
disagreements-step-withdrawn = { $who }, de { $organization }, lo retiró
disagreements-mail-opened-subject = Hay un desacuerdo en el registro
disagreements-mail-opened-text = Una organización anotó en el registro de desacuerdos una pregunta que toca a la suya. Abra el enlace para decir cómo la ven.
disagreements-mail-settled-subject = Se resolvió un desacuerdo
disagreements-mail-settled-text = Se resolvió un desacuerdo que toca a su organización. Abra el enlace para leer cómo.
disagreements-mail-reopened-subject = Un desacuerdo está abierto de nuevo
disagreements-mail-reopened-text = Se abrió de nuevo un desacuerdo que toca a su organización. Abra el enlace para leer por qué.
event-disagreement-opened = { $who } anotó un desacuerdo en el registro: { $question }
event-disagreement-viewed = { $who } dijo cómo ve { $organization } un desacuerdo: { $question }
event-disagreement-settled = { $who } dijo cómo se resolvió un desacuerdo: { $question }
event-disagreement-reopened = { $who } abrió de nuevo un desacuerdo: { $question }
event-disagreement-withdrawn = { $who } retiró un desacuerdo: { $question }
error-disagreement-missing = Aquí no hay tal desacuerdo.
error-disagreement-changed = Alguien cambió este desacuerdo desde que usted lo abrió. Mire cómo está ahora y vuelva a intentarlo.
error-disagreement-fields = Algunos campos necesitan otro valor.
error-disagreement-two-parties = Elija dos partes o más.
error-disagreement-day-to-come = Escriba la fecha de hoy o una anterior.
error-disagreement-day-before = Escriba el día en que empezó o uno posterior.
error-disagreement-not-yours = Solo la coordinación, o alguien de una parte, puede hacerlo.
error-disagreement-not-party = Su organización no es parte de este desacuerdo.
error-disagreement-over = { $state ->
    [settled] Este desacuerdo está resuelto. Ábralo de nuevo primero.
   *[other] Este desacuerdo fue retirado. Ábralo de nuevo primero.
 }
error-disagreement-not-over = Este desacuerdo está abierto.
error-disagreement-same = No cambió nada. Escriba otro texto o vuelva atrás.
error-meeting-missing = No hay tal reunión en esta alianza
error-series-missing = No hay tal serie de reuniones en esta alianza
error-meeting-item-missing = No hay tal punto en este orden del día
error-meeting-no-body = Elija un órgano que siga reuniéndose
error-meeting-changed = Alguien cambió esto desde que usted lo abrió. Mire cómo está ahora y cámbielo después.
error-meeting-not-yours = Solo puede hacerlo un coordinador o quien ocupa un asiento en este órgano.
error-meeting-not-taking-part = Solo puede hacerlo quien trabaja para una organización con asiento en este órgano.
error-meeting-same = No cambió nada.
error-meeting-not-planned = { $state ->
    [under_way] La reunión está en curso.
    [held] La reunión ya se celebró.
    [cancelled] La reunión se canceló.
   *[other] Esto solo se puede hacer antes de la reunión.
 }
error-meeting-not-under-way = { $state ->
    [planned] Abra primero la reunión.
    [held] La reunión ya terminó.
    [cancelled] La reunión se canceló.
   *[other] Esto solo se puede hacer durante la reunión.
 }
error-meeting-not-held = { $state ->
    [planned] La reunión todavía no se celebró.
    [under_way] Termine primero la reunión.
    [cancelled] La reunión se canceló.
   *[other] Esto solo se puede hacer después de la reunión.
 }
error-meeting-not-cancelled = Esta reunión no se canceló.
error-meeting-past = La hora de esta reunión ya pasó. Planifique otra.
error-series-ended = Esta serie terminó. Empiece otra.
error-meeting-agenda-closed = { $state ->
    [cancelled] La reunión se canceló; su orden del día ya no cambia.
   *[other] La reunión ya se celebró; su orden del día ya no cambia.
 }
error-meeting-minutes-out = { $minutes ->
    [approved] El acta se aprobó y queda como está.
   *[other] El acta espera su aprobación. Retírela antes de cambiarla.
 }
error-meeting-minutes-not-out = { $minutes ->
    [approved] El acta ya se aprobó.
   *[other] El acta todavía no se entregó a los miembros.
 }
error-meeting-not-later = Un acta se aprueba en una reunión posterior del mismo órgano, ya abierta o celebrada.
error-meeting-agenda-full = Un orden del día tiene como máximo 60 puntos. Quite uno primero.
error-meeting-has-notes = Aquí ya hay notas. Marque el punto como terminado o como pendiente.
error-meeting-on-agenda = Esto ya está en el orden del día.
error-meeting-no-base = No conocemos el texto del que usted partió. Copie sus palabras, abra la página de nuevo y añádalas.
error-meeting-not-own = Solo puede retirarlo quien lo escribió.
error-meeting-stored = No se puede leer el registro de esta reunión.
error-meeting-length = Escriba los minutos con un número entero, de 1 a 1440
error-meeting-about = Elija una página de esta alianza
error-series-rule = No entendemos la regla en «{ $part }». Escríbala así: FREQ=MONTHLY;BYDAY=2TU
error-series-rule-time = No ponga horas ni minutos en la regla, y use días, semanas, meses o años
error-series-rule-empty = Con esta regla no hay ninguna reunión. Cambie la regla o los días
error-duties-number = Escriba un número entero de 1 a { $most }

# Reuniones.
meetings-title = Reuniones
meetings-short-coming = Estas son las próximas reuniones.
meetings-short-past = Estas reuniones se celebraron o se cancelaron. La última va primero.
meetings-plan = Planificar una reunión
meetings-export = Guardar como tabla (CSV)
meetings-list = Ver
meetings-list-coming = Reuniones próximas
meetings-list-past = Reuniones pasadas
meetings-body = Órgano
meetings-body-all = Todos los órganos
meetings-state = Estado
meetings-state-all = Todos
meetings-state-planned = Prevista
meetings-state-under-way = En curso
meetings-state-held = Celebrada; se escribe el acta
meetings-state-cancelled = Cancelada
meetings-minutes = Acta
meetings-minutes-all = Todas
meetings-minutes-none = Aún sin entregar
meetings-minutes-submitted = El acta espera su aprobación
meetings-minutes-approved = Acta aprobada
meetings-column-when = Cuándo
meetings-column-what = Reunión
meetings-column-state = Estado
meetings-online = En línea
meetings-none = No hay ninguna reunión prevista
meetings-none-text = Aquí verá cuándo se reúne cada órgano. Una serie crea sus reuniones por sí sola, con un año de anticipación.
meetings-none-found = Ninguna reunión coincide
meetings-none-found-text = Elija otros filtros o vea todas las reuniones.
meetings-no-bodies = No hay ningún órgano cuyas reuniones planifique usted
meetings-no-bodies-text = Un coordinador planifica las reuniones de todos los órganos, y quien ocupa un asiento las del suyo. Pregunte a su coordinador.
meetings-named = { $title }, { $date }
meetings-when = { $day }, { $time }
meetings-when-zone = { $day }, { $time } ({ $zone })
meetings-minutes-long = { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
 }
meetings-hours-long = { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
 }
meetings-hours-minutes = { $hours ->
    [one] { $hours } hora
   *[other] { $hours } horas
 } y { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
 }
meetings-short-planned = { $when }. { $items ->
    [0] El orden del día está vacío.
    [one] Hay { $items } punto en el orden del día.
   *[other] Hay { $items } puntos en el orden del día.
 }
meetings-short-under-way = Ahora: { $when }. { $items ->
    [0] El orden del día está vacío.
    [one] Hay { $items } punto en el orden del día.
   *[other] Hay { $items } puntos en el orden del día.
 }
meetings-short-cancelled = { $when }. Esta reunión se canceló.
meetings-short-held = { $when }. { $outcomes ->
    [0] No se decidió ni se prometió nada.
    [one] De ella salió { $outcomes } decisión o promesa.
   *[other] De ella salieron { $outcomes } decisiones y promesas.
 } El acta se está escribiendo.
meetings-short-submitted = { $when }. { $outcomes ->
    [0] No se decidió ni se prometió nada.
    [one] De ella salió { $outcomes } decisión o promesa.
   *[other] De ella salieron { $outcomes } decisiones y promesas.
 } El acta espera a la próxima reunión.
meetings-short-approved = { $when }. { $outcomes ->
    [0] No se decidió ni se prometió nada.
    [one] De ella salió { $outcomes } decisión o promesa.
   *[other] De ella salieron { $outcomes } decisiones y promesas.
 } El acta se aprobó.
meetings-before = La reunión anterior: { $when }
meetings-after = La reunión siguiente: { $when }
meetings-all = Todas las reuniones
meetings-more = Más reuniones
meetings-facts = Datos
meetings-day = Cuándo
meetings-clock = Hora
meetings-length = Duración
meetings-length-minutes = Cuántos minutos
meetings-place = Lugar
meetings-link = Enlace para participar
meetings-link-hint = Una dirección web que empieza con https://
meetings-join = Participar en línea
meetings-zone = Zona horaria
meetings-zone-hint = Por ejemplo, America/Chicago. Déjela vacía para usar la de la alianza.
meetings-open = Para el público
meetings-open-yes = El público puede venir
meetings-open-no = Solo para miembros
meetings-open-box = El público puede venir
meetings-open-hint = Las reuniones abiertas se anuncian a tiempo, según las reglas del órgano.
meetings-name = Nombre de la reunión
meetings-name-hint = Por ejemplo, «Reunión del consejo»
meetings-save = Guardar
meetings-edit-one = Usted cambia solo esta reunión. La serie queda como está.
meetings-posted = Anunciada
meetings-series = Serie
meetings-series-yes = Creada por una serie
meetings-series-own = Creada por una serie y cambiada por separado
meetings-quorum = Quórum
meetings-quorum-one = Un asiento
meetings-quorum-third = Un tercio de los asientos
meetings-quorum-half = Más de la mitad de los asientos
meetings-quorum-two-thirds = Dos tercios de los asientos
meetings-quorum-all = Todos los asientos
meetings-cancelled-why = Por qué se canceló
meetings-owed = Lo que debe esta reunión
meetings-duty-post-ahead = Se debe anunciar antes de { $when }
meetings-duty-post-soon = Anúnciela antes de { $when }
meetings-duty-post-late = Se debió anunciar antes de { $when }
meetings-duty-post-kept = Anunciada a tiempo, antes de { $when }
meetings-duty-post-kept-late = Anunciada después de { $when }
meetings-duty-post-again-ahead = Se cambió de fecha o lugar. Se debe anunciar de nuevo antes de { $when }
meetings-duty-post-again-soon = Se cambió de fecha o lugar. Anúnciela de nuevo antes de { $when }
meetings-duty-post-again-late = Se cambió después de { $when } y se debe anunciar de nuevo
meetings-duty-post-again-kept = Anunciada de nuevo a tiempo
meetings-duty-post-again-kept-late = Anunciada de nuevo demasiado tarde
meetings-duty-comment-ahead = El público necesita un turno en el orden del día antes de { $when }
meetings-duty-comment-soon = Dé al público un turno en el orden del día antes de { $when }
meetings-duty-comment-late = El público no tiene turno en el orden del día; debía tenerlo antes de { $when }
meetings-duty-comment-kept = El público tiene un turno
meetings-duty-comment-kept-late = El público recibió su turno tarde
meetings-duty-minutes-ahead = El acta se debe entregar antes de { $when }
meetings-duty-minutes-soon = Entregue el acta antes de { $when }
meetings-duty-minutes-late = El acta se debió entregar antes de { $when }
meetings-duty-minutes-kept = Acta entregada a tiempo
meetings-duty-minutes-kept-late = Acta entregada después de { $when }
meetings-duty-act-post = Anunciarla
meetings-duty-act-post-again = Anunciarla de nuevo
meetings-duty-act-comment = Abrir el orden del día
meetings-duty-act-minutes = Entregar el acta
meetings-total = { $planned } previstos, de { $length }
meetings-total-over = { $planned } previstos, y la reunión solo dura { $length }
meetings-why = ¿Por qué se cancela?
meetings-why-hint = Lo leen todos los del órgano. No nombre a ningún cliente.
meetings-close-open = Estos puntos no están terminados. Vuelven en la próxima reunión.
meetings-verb-begin = Abrir la reunión
meetings-verb-close = Terminar la reunión
meetings-verb-submit = Entregar el acta
meetings-verb-post = Anunciar la reunión
meetings-verb-reopen = Anotar más
meetings-verb-withdraw = Retirar el acta
meetings-verb-restore = Celebrarla de todos modos
meetings-verb-cancel = Cancelar la reunión
meetings-verb-edit = Cambiar hora o lugar
meetings-what-begin = Desde ahora, todos los que participan pueden escribir el acta.
meetings-what-close = La reunión termina. Los asientos que nadie marcó cuentan como ausentes. Todavía se puede escribir el acta.
meetings-what-submit = El acta va a los miembros y la próxima reunión la aprueba. Hasta entonces nadie la cambia.
meetings-what-post = Se anuncia el orden del día. Si el público puede venir y la alianza muestra sus reuniones, aparece en la página pública.
meetings-what-reopen = La reunión vuelve a estar en curso, para que se puedan añadir puntos y notas.
meetings-what-withdraw = El acta se puede cambiar otra vez. La próxima reunión no la aprueba hasta que usted la entregue de nuevo.
meetings-what-restore = La reunión vuelve a estar prevista a la misma hora.
meetings-what-cancel = La reunión no se celebra. Los puntos de su orden del día esperan a la próxima.
meetings-knows-begin = Todos en la alianza pueden ver que la reunión está en curso.
meetings-knows-close = Todos en la alianza pueden ver que la reunión terminó.
meetings-knows-submit = Quienes ocupan un asiento reciben un correo con un enlace.
meetings-knows-post = Quienes ocupan un asiento reciben un correo con un enlace.
meetings-knows-reopen = Todos en la alianza pueden verlo.
meetings-knows-withdraw = Todos en la alianza pueden verlo.
meetings-knows-restore = Quienes ocupan un asiento reciben un correo con un enlace.
meetings-knows-cancel = Quienes ocupan un asiento reciben un correo con un enlace.
meetings-back-begin = No. La puede terminar cuando quiera.
meetings-back-close = Sí, con «Anotar más», hasta que entregue el acta.
meetings-back-submit = Sí, hasta que se apruebe.
meetings-back-post = No. Si la cambia después, anúnciela de nuevo.
meetings-back-reopen = Sí: termine la reunión de nuevo.
meetings-back-withdraw = Sí: entréguela de nuevo.
meetings-back-restore = Sí: cancélela de nuevo.
meetings-back-cancel = Sí, hasta que pase su hora.
meetings-planned-notice = La reunión está prevista.
meetings-changed-notice = Se cambió la reunión.
meetings-begin-notice = La reunión está abierta. Todos los que participan pueden escribir.
meetings-close-notice = La reunión terminó. Lo que quedó pendiente vuelve en la próxima.
meetings-submit-notice = Se entregó el acta.
meetings-post-notice = Se anunció la reunión.
meetings-reopen-notice = Ahora puede anotar más.
meetings-withdraw-notice = El acta se puede cambiar otra vez.
meetings-restore-notice = La reunión vuelve a estar prevista.
meetings-cancel-notice = Se canceló la reunión.
meetings-approve-notice = Se aprobó el acta.
meetings-item-state-open = Abierto
meetings-item-state-done = Terminado
meetings-item-state-unfinished = Pendiente
meetings-item-state-aside = Apartado
meetings-item-minutes = Aprobar el acta: { $title }
meetings-item-comment = Turno del público
meetings-source-proposed = propuesto por el programa
meetings-source-returned = viene de una reunión anterior
meetings-source-rule = por las reglas del órgano
meetings-outcome-decision = Decisión
meetings-outcome-commitment = Promesa
meetings-panel-coming = Mis próximas reuniones
meetings-panel-coming-detail = { $body }, { $time }, { $partnership }
meetings-panel-owed = Lo que deben mis reuniones
meetings-panel-owed-detail = { $partnership }
meetings-panel-post = Anunciar «{ $title }»
meetings-panel-post-again = Anunciar de nuevo «{ $title }»: se cambió
meetings-panel-comment = Dar al público un turno en «{ $title }»
meetings-panel-minutes = Entregar el acta de «{ $title }»
meetings-panel-soon = Vence pronto
meetings-panel-late = Con retraso
meetings-panel-next = Próximas reuniones
meetings-mail-posted-subject = Se anunció una reunión de su órgano
meetings-mail-posted-text = Se anunció una reunión de su órgano, con su orden del día. Abra el enlace para leer de qué se hablará.
meetings-mail-moved-subject = Se movió una reunión de su órgano
meetings-mail-moved-text = Cambió la hora o el lugar de una reunión de su órgano. Abra el enlace para verlo.
meetings-mail-cancelled-subject = Se canceló una reunión de su órgano
meetings-mail-cancelled-text = Se canceló una reunión de su órgano. Abra el enlace para leer por qué.
meetings-mail-restored-subject = Una reunión de su órgano se celebrará después de todo
meetings-mail-restored-text = Una reunión cancelada se celebrará. Abra el enlace para ver cuándo y dónde.
meetings-mail-minutes-subject = Hay un acta que espera su lectura
meetings-mail-minutes-text = Se entregó el acta de una reunión de su órgano. Abra el enlace para leerla y decir qué hay que corregir.
meetings-mail-duty-post-subject = Hay que anunciar una reunión
meetings-mail-duty-post-text = Pronto hay que anunciar una reunión abierta, con su orden del día. Abra el enlace para anunciarla.
meetings-mail-duty-post-again-subject = Hay que volver a anunciar una reunión
meetings-mail-duty-post-again-text = Una reunión abierta se movió después de anunciarse. Abra el enlace para volver a anunciarla.
meetings-mail-duty-comment-subject = El público necesita su turno en una reunión
meetings-mail-duty-comment-text = Una reunión abierta no tiene tiempo para el público en su orden del día. Abra el enlace para agregarlo.
meetings-mail-duty-minutes-subject = Se vence el plazo de un acta
meetings-mail-duty-minutes-text = Se vence el plazo del acta de una reunión. Abra el enlace para entregarla.

# El orden del día.
agenda-title = Orden del día
agenda-add = Añadir un punto
agenda-edit = Cambiar el punto
agenda-edit-short = Cambiar
agenda-up = Antes
agenda-down = Después
agenda-remove = Quitar
agenda-save = Guardar
agenda-empty = El orden del día está vacío
agenda-empty-text = Añada lo que quiera tratar o tome lo que el programa propone más abajo.
agenda-what = ¿Qué quiere tratar?
agenda-no-names = No nombre a ningún cliente ni nada que permita reconocerlo.
agenda-length = Cuántos minutos
agenda-presenter = Quién lo presenta
agenda-presenter-none = Nadie en particular
agenda-why = Por qué ahora
agenda-why-hint = Una frase
agenda-went-to = Sigue en la próxima reunión
agenda-proposals = Lo que el programa pondría en el orden del día
agenda-proposals-text = Esto apareció en los registros de los socios. Tome lo que esta reunión deba tratar.
agenda-take = Tomarlo
agenda-aside = Esta vez no
agenda-aside-list = { $count ->
    [one] Se apartó { $count }
   *[other] Se apartaron { $count }
 }
agenda-aside-back = Proponerlo de nuevo
agenda-look = Verlo
agenda-added-notice = Está en el orden del día.
agenda-changed-notice = Se cambió el punto.
agenda-removed-notice = Se quitó del orden del día.
agenda-aside-notice = Se apartó para esta reunión.

# El acta.
minutes-write = Escribir el acta
minutes-short = Varias personas pueden escribir a la vez. Lo que otros escriben se conserva, también si escriben en el mismo momento.
minutes-notes = Notas
minutes-save = Guardar notas
minutes-saved = Guardado
minutes-saving = Guardando…
minutes-failed = Aún sin guardar. Sus palabras siguen aquí; lo intentamos de nuevo.
minutes-pause = Pausar lo que escriben otros
minutes-go-on = Mostrar lo que escriben otros
minutes-others = Otros también escribieron aquí. Se añadieron sus palabras.
minutes-done = Terminado
minutes-unfinished = Pendiente
minutes-back = Volver a la reunión
minutes-collided = Dos personas cambiaron las mismas palabras a la vez. Se conservan las dos versiones, una debajo de la otra: por favor, mírelas y deje una.
minutes-settle = Ya se lee bien
minutes-settled-notice = Gracias por revisarlo.
minutes-saved-notice = Se guardaron las notas.
minutes-merged-notice = Se guardaron las notas junto con lo que otros escribieron mientras tanto.
minutes-collided-notice = Se guardaron las notas. Usted y otra persona cambiaron las mismas palabras: se conservan las dos versiones, una debajo de la otra.
minutes-history = Todos los textos enviados
minutes-history-text = No se pierde nada de lo que alguien escribió. El último texto va primero.
minutes-history-none = Aquí no se anotó nada
minutes-history-none-text = Cuando alguien escriba notas sobre este punto, verá aquí cada texto.
minutes-version = { $who } escribió
minutes-version-merged = Unido con lo que escribió { $who }
minutes-approve = Aprobar el acta
minutes-approve-text = La reunión del { $when } puede aprobarla. Después ya no cambia nada en ella.
minutes-corrections = Correcciones
minutes-corrections-none = Nadie pide cambios.
minutes-correction-by = { $who }, { $date }
minutes-correction-back = (retirada)
minutes-correct = ¿Qué habría que cambiar en esta acta?
minutes-correct-send = Enviar
minutes-take-back = Retirar
minutes-corrected-notice = Se anotó su corrección.
minutes-uncorrected-notice = Se retiró su corrección.

# Lo que salió de un punto.
outcome-make-commitment = Hacer una promesa
outcome-make-decision = Plantear una pregunta
outcome-side = ¿Quién promete?
outcome-side-promiser = Nosotros prometemos algo
outcome-side-receiver = Pedimos una promesa
outcome-result = ¿Qué habrá al final?
outcome-details = Más detalles
outcome-own = ¿En nombre de qué organización habla usted?
outcome-partner = El otro socio
outcome-due = Para cuándo
outcome-commitment-what = Se envía al otro socio para que la acepte. Queda a la vista que salió de este punto.
outcome-question = ¿Cuál es la pregunta?
outcome-proposal = ¿Qué se propone?
outcome-method = ¿Cómo se decide?
outcome-owner = ¿Qué organización la plantea?
outcome-decision-what = La pregunta queda escrita para los asientos de este órgano. Plantéela desde su propia página cuando el texto esté bien.
outcome-save = Guardar
outcome-remove = Quitar de este punto
outcome-decision-notice = La pregunta quedó escrita. Ábrala para plantearla.
outcome-commitment-notice = La promesa se envió para que la acepten.
outcome-removed-notice = Se quitó del punto. El registro mismo se conserva.

# Quién estuvo.
attendance-title = Quién estuvo
attendance-short = Marque cada asiento. Para el quórum cuenta tanto quien está en la sala como quien participa a distancia.
attendance-mark = Anotar quién está
attendance-none = Todavía no se marcó a nadie.
attendance-unknown = Sin marcar
attendance-present = En la sala
attendance-remote = A distancia
attendance-excused = Se excusó
attendance-absent = Ausente
attendance-save = Guardar
attendance-no-seats = Nadie ocupa un asiento en este órgano
attendance-no-seats-text = Cuando haya personas en los asientos, aquí marcará quién está.
attendance-quorum = Hay quórum: están { $there } de { $roll } asientos y se necesitan { $needed }
attendance-no-quorum = No hay quórum: están { $there } de { $roll } asientos y se necesitan { $needed }
attendance-guests = Invitados
attendance-guest = Invitado
attendance-guest-of = Invitado, { $organization }
attendance-guest-name = Nombre
attendance-guest-hint = Solo personas que quieran figurar. Nunca un cliente.
attendance-guest-organization = A quién representan
attendance-guest-add = Añadir un invitado
attendance-guest-remove = Quitar
attendance-marked-notice = Guardado.
attendance-guest-notice = Se añadió al invitado.

# Reglas.
duties-title = Reglas de las reuniones
duties-of = Reglas de las reuniones: { $body }
duties-short = Las fija su ley o su acta constitutiva. El programa avisa a tiempo a quienes planifican las reuniones.
duties-quorum-hint = De los asientos ocupados
duties-notice = Anunciar las reuniones abiertas tantas horas antes
duties-notice-hint = Por ejemplo, 72 para tres días. Déjelo vacío si no hay tal regla.
duties-comment = Minutos para el público
duties-comment-hint = Como mínimo, en cada reunión abierta. Entra en el orden del día cuando se anuncia la reunión.
duties-comment-how = Cómo envía comentarios el público
duties-comment-how-hint = Una dirección o un correo, para la página pública
duties-minutes = Entregar el acta en tantos días
duties-minutes-hint = Déjelo vacío si no hay tal regla.
duties-hours-before = { $hours ->
    [one] { $hours } hora antes
   *[other] { $hours } horas antes
 }
duties-days-after = { $days ->
    [one] { $days } día después
   *[other] { $days } días después
 }
duties-none = Sin regla
duties-save = Guardar las reglas
duties-set-notice = Se guardaron las reglas.

# Series.
series-title = Series de reuniones
series-short = Una serie crea las reuniones de un órgano según una regla, con un año de anticipación.
series-begin = Empezar una serie
series-edit = Cambiar la serie
series-end = Terminar la serie
series-none = Ningún órgano se reúne en serie todavía
series-none-text = Empiece una y sus reuniones aparecerán en todos los calendarios.
series-goes-on = Continúa
series-ended = Terminó el { $date }
series-words = { $rule }, desde el { $first }, a las { $time }
series-by-rule = Según la regla { $rule }
series-rule = Regla
series-rule-hint = Solo si eligió una regla propia. Por ejemplo, FREQ=MONTHLY;BYDAY=2TU
series-rhythm = Con qué frecuencia
series-repeats-weekly = Cada semana
series-repeats-fortnightly = Cada dos semanas
series-repeats-monthly-weekday = Cada mes, el mismo día de la misma semana
series-repeats-monthly-day = Cada mes, en la misma fecha
series-repeats-quarterly = Cada tres meses, el mismo día de la misma semana
series-repeats-rule = Según una regla propia
series-first = Primer día
series-first-hint = Indica en qué día se reúne el órgano.
series-until = Último día
series-until-hint = Déjelo vacío si la serie continúa.
series-made = Reuniones creadas hasta
series-next = Próximas reuniones
series-next-none = No hay reuniones próximas.
series-all = Todas las reuniones de esta serie
series-save = Guardar
series-change-short = Esto cambia las reuniones próximas. Las que ya se celebraron quedan como fueron. También quedan las que usted cambió o anunció por separado.
series-why = ¿Por qué?
series-why-hint = Lo lee quien tenía en su calendario una reunión que se cancela.
series-end-what = No se crean más reuniones. Las próximas se quitan, o se cancelan si ya se anunciaron o tienen orden del día.
series-end-knows = Todos en la alianza pueden verlo.
series-end-back = No. Puede empezar otra serie.
series-begun-notice = La serie empezó y sus reuniones están previstas.
series-changed-notice = Se cambió la serie.
series-ended-notice = La serie terminó.

# Lo que dice el registro.
event-meeting-planned = { $who } planificó la reunión «{ $title }» del { $on }
event-meeting-changed = { $who } cambió la reunión «{ $title }» del { $on }
event-meeting-cancelled = { $who } canceló la reunión «{ $title }» del { $on }
event-meeting-restored = La reunión «{ $title }» del { $on } se celebrará de todos modos ({ $who })
event-meeting-posted = { $who } anunció la reunión «{ $title }» del { $on }
event-meeting-begun = Empezó la reunión «{ $title }» del { $on } ({ $who })
event-meeting-closed = Terminó la reunión «{ $title }» del { $on } ({ $who })
event-meeting-reopened = { $who } anotó más sobre la reunión «{ $title }» del { $on }
event-agenda-added = { $who } puso «{ $item }» en el orden del día de «{ $title }» del { $on }
event-agenda-changed = { $who } cambió «{ $item }» en el orden del día de «{ $title }» del { $on }
event-agenda-removed = { $who } quitó «{ $item }» del orden del día de «{ $title }» del { $on }
event-attendance-marked = { $who } anotó quién estuvo en «{ $title }» del { $on }
event-outcome-added = De «{ $item }» en «{ $title }» del { $on } salió una decisión o una promesa ({ $who })
event-outcome-removed = { $who } quitó un resultado de «{ $item }» en «{ $title }» del { $on }
event-minutes-submitted = { $who } entregó el acta de «{ $title }» del { $on }
event-minutes-withdrawn = { $who } retiró el acta de «{ $title }» del { $on }
event-minutes-corrected = { $who } pide un cambio en el acta de «{ $title }» del { $on }
event-minutes-approved = Se aprobó el acta de «{ $title }» del { $on } ({ $who })
event-notes-sealed = Alguien escribió notas
event-series-begun = { $who } empezó la serie «{ $title }»
event-series-changed = { $who } cambió la serie «{ $title }»
event-series-ended = { $who } terminó la serie «{ $title }»
event-series-made = { $count ->
    [one] Se planificó { $count } reunión más de la serie «{ $title }»
   *[other] Se planificaron { $count } reuniones más de la serie «{ $title }»
 }
event-duties-set = { $who } fijó las reglas de las reuniones de { $name }
event-duty-warned = Se recordó a quienes planifican «{ $title }» lo que debe

# Borradores.
drafts-title = Borradores
drafts-one = Borrador
drafts-list-short = Estatutos, planes y otros textos que las organizaciones escriben juntas.
drafts-new = Empezar un borrador
drafts-new-short = Todas las organizaciones pueden escribir en él, comentar sus líneas y proponer otras palabras.
drafts-name = Título
drafts-name-hint = Cómo se llama el texto
drafts-purpose = Para qué es
drafts-purpose-hint = Una o dos frases
drafts-text = Texto
drafts-text-hint = Ponga cada idea en su propia línea, para que otros puedan comentarla. Puede usar **negritas**, listas y # títulos. Sin nombres de clientes.
drafts-holder = Quién lleva la pluma
drafts-holder-hint = Incorpora las propuestas y publica
drafts-who-writes = Todas las organizaciones pueden leerlo y escribir en él. Nada de lo que alguien guardó se pierde.
drafts-begin = Empezar el borrador
drafts-kind = Tipo
drafts-kind-charter = Estatutos
drafts-kind-plan = Plan
drafts-kind-memorandum = Memorando de entendimiento
drafts-kind-report = Informe
drafts-kind-other = Otro texto
drafts-column-state = Cómo está
drafts-state-writing = Se está escribiendo
drafts-state-published = Publicado
drafts-state-withdrawn = Dejado de lado
drafts-day = Último cambio
drafts-caption = Borradores, el más reciente primero
drafts-none = Todavía no hay borradores
drafts-none-text = Aquí aparecen los textos que las organizaciones escriben juntas.
drafts-none-found = Ningún borrador coincide con estos filtros
drafts-short = { $holder } lleva la pluma. Esta es la versión { $version }. { $open ->
    [0] Ninguna propuesta espera.
    [one] { $open } propuesta espera una respuesta.
   *[other] { $open } propuestas esperan una respuesta.
 }
drafts-short-partners = La versión { $version } se publicó para todas las organizaciones el { $date }.
drafts-short-public = La versión { $version } se publicó para todo el mundo el { $date }.
drafts-withdrawn = Ya nadie escribe este borrador. El motivo: { $why }
drafts-side = Sobre este borrador
drafts-facts = Datos
drafts-begun = Empezado
drafts-version = Versión
drafts-words = Palabras
drafts-files = Guardar como archivo
drafts-file-html = Una página para imprimir (HTML)
drafts-file-markdown = El texto (Markdown)
drafts-public-page = La página que todo el mundo lee
drafts-all = Todos los borradores
drafts-back = Volver al borrador
drafts-verb-edit = Escribir
drafts-verb-lines = Comentar líneas
drafts-verb-versions = Versiones
drafts-verb-publish = Publicar
drafts-verb-withdraw = Dejarlo de lado
drafts-unpublish = Retirar lo publicado
drafts-restore = Retomarlo
drafts-edit-short = Usted parte de la versión { $version }. Si otros guardan antes, sus palabras y las de ellos se unen.
drafts-newer = Otros guardaron la versión { $version } desde que usted empezó. Al guardar, sus palabras y las de ellos se unen.
drafts-note = Qué cambió
drafts-note-hint = Unas palabras para la lista de versiones
drafts-save = Guardar
drafts-begun-notice = El borrador está empezado.
drafts-saved-notice = Sus palabras están guardadas.
drafts-merged-notice = Sus palabras están guardadas, junto con lo que otros guardaron mientras tanto.
drafts-met-notice = Usted y otros cambiaron las mismas palabras. Las dos quedan en el texto, una tras otra. Elija ahora qué debe quedar.
drafts-lines-short = Las líneas de la versión { $version }. Comente una o proponga otras palabras.
drafts-line = Línea { $line }
drafts-comment = Comentar
drafts-comments = { $count ->
    [one] { $count } comentario
   *[other] { $count } comentarios
 }
drafts-lost = Comentarios sobre líneas que cambiaron desde entonces
drafts-amendments = Propuestas
drafts-no-amendments = Ninguna propuesta espera una respuesta.
drafts-propose-how = Proponer otras palabras para una línea
drafts-answered = { $count ->
    [one] { $count } propuesta respondida
   *[other] { $count } propuestas respondidas
 }
drafts-amend = Proponer otras palabras
drafts-amend-short = Diga cómo deben decir algunas líneas y por qué. Quienes llevan la pluma las incorporan o dicen por qué no.
drafts-first-line = De la línea
drafts-last-line = A la línea
drafts-last-line-hint = El mismo número para una sola línea
drafts-before = Ahora dice
drafts-after = Debe decir
drafts-after-hint = Déjelo vacío para proponer que las líneas se quiten. Para añadir una línea, conserve la anterior y escriba la nueva debajo.
drafts-why = Por qué
drafts-why-hint = Todas las organizaciones pueden leerlo.
drafts-amend-what = Su propuesta queda junto al borrador hasta que alguien responda.
drafts-amend-knows = Todas las organizaciones la ven. Quienes dirigen la que lleva la pluma reciben un correo.
drafts-amend-back = Sí, hasta que alguien responda.
drafts-amendment = Propuesta
drafts-amendment-line = { $who }, de { $organization }, propone otras palabras para { $count ->
    [one] la línea { $first }
   *[other] las líneas { $first } a { $last }
} de la versión { $version }.
drafts-amendment-drop = { $who }, de { $organization }, propone quitar { $count ->
    [one] la línea { $first }
   *[other] las líneas { $first } a { $last }
} de la versión { $version }.
drafts-amendment-take-back = Retirarla
drafts-standing-open = Espera una respuesta
drafts-standing-accepted = Incorporada
drafts-standing-declined = No incorporada
drafts-standing-withdrawn = Retirada
drafts-answer = Respuesta
drafts-answer-accepted = { $who } la incorporó en la versión { $version }. { $when }
drafts-answer-declined = { $who } no la incorporó. { $when }
drafts-answer-withdrawn = { $who } la retiró. { $when }
drafts-decide = Responder a la propuesta
drafts-answer-words = Su respuesta
drafts-answer-hint = Hace falta cuando no la incorpora. Todas las organizaciones pueden leerla.
drafts-accept = Incorporarla
drafts-decline = No incorporarla
drafts-proposed-notice = Su propuesta está en la página. Avisamos a quienes llevan la pluma.
drafts-accepted-notice = Está incorporada. Avisamos a quien la propuso.
drafts-declined-notice = Avisamos a quien la propuso, con el motivo.
drafts-amendment-withdrawn-notice = Su propuesta está retirada.
drafts-versions-short = Cada vez que se guarda hay una versión. Ninguna se pierde.
drafts-versions-caption = Versiones, la más reciente primero
drafts-saved-by = La guardó
drafts-when = Cuándo
drafts-changes = Cambios
drafts-see-changes = Ver qué cambió
drafts-version-number = Versión { $number }
drafts-version-short = { $who } guardó la versión { $number } el { $when }.
drafts-merged = Unida: quien la escribió partió de la versión { $base }.
drafts-met = { $count ->
    [one] En { $count } lugar dos personas cambiaron las mismas palabras.
   *[other] En { $count } lugares dos personas cambiaron las mismas palabras.
 }
drafts-compare = Qué cambió
drafts-compare-now = Comparar con la última versión
drafts-compare-from = De la versión
drafts-compare-to = A la versión
drafts-compare-alike = Las dos versiones son iguales.
drafts-alike = { $count ->
    [one] { $count } línea es igual
   *[other] { $count } líneas son iguales
 }
drafts-audience = Para quién
drafts-audience-partners = Todas las organizaciones
drafts-audience-public = Todo el mundo, sin cuenta
drafts-publish-short = Usted publica la versión { $version }. { $open ->
    [0] Ninguna propuesta espera una respuesta.
    [one] { $open } propuesta espera una respuesta.
   *[other] { $open } propuestas esperan una respuesta.
 }
drafts-publish-what = Esta versión se publica como está ahora. Se puede seguir escribiendo; lo nuevo no se publica hasta que usted publique de nuevo.
drafts-publish-knows = Quienes dirigen todas las organizaciones reciben un correo. Lo que es para todo el mundo tiene una página que cualquiera puede leer.
drafts-publish-back = Sí. Pero quien lo leyó, lo leyó.
drafts-published-notice = Está publicado.
drafts-unpublished-notice = Lo publicado está retirado.
drafts-withdraw-why = Por qué
drafts-withdraw-what = Ya nadie escribe en él. Se puede seguir leyendo, con su motivo.
drafts-withdraw-knows = Todas las organizaciones lo ven.
drafts-withdraw-back = Sí. Se puede retomar después.
drafts-withdrawn-notice = El borrador quedó de lado.
drafts-restored-notice = El borrador se retomó.
drafts-document-below = { $partnership }. Versión { $version }, guardada el { $date }.
drafts-panel-amendments = Propuestas por responder
drafts-panel-title = { $count ->
    [one] { $count } propuesta: { $title }
   *[other] { $count } propuestas: { $title }
 }
drafts-panel-answer = Responder
drafts-mail-proposed-subject = Alguien propone otras palabras
drafts-mail-proposed-text = Una organización propone otras palabras para un borrador de la suya. Abra el enlace para responder.
drafts-mail-accepted-subject = Su propuesta fue incorporada
drafts-mail-accepted-text = Sus palabras están ahora en el borrador. Abra el enlace para verlas.
drafts-mail-declined-subject = Su propuesta no fue incorporada
drafts-mail-declined-text = Quienes llevan la pluma respondieron a su propuesta. Abra el enlace para leer el motivo.
drafts-mail-published-subject = Se publicó un texto
drafts-mail-published-text = Se publicó un texto que las organizaciones escribieron juntas. Abra el enlace para leerlo.
documents-title = Documentos
documents-short = Lo que { $partnership } publicó para todo el mundo.
documents-below = { $holder }, versión { $version }, { $date }
event-draft-begun = { $who } empezó un borrador: { $title }
event-draft-saved = { $who } escribió en un borrador: { $title }
event-draft-amended = { $who } propuso otras palabras para un borrador: { $title }
event-draft-amendment-accepted = { $who } incorporó una propuesta: { $title }
event-draft-amendment-declined = { $who } no incorporó una propuesta: { $title }
event-draft-amendment-withdrawn = { $who } retiró una propuesta: { $title }
event-draft-published = { $who } publicó un texto: { $title }
event-draft-unpublished = { $who } retiró un texto publicado: { $title }
event-draft-withdrawn = { $who } dejó de lado un borrador: { $title }
event-draft-restored = { $who } retomó un borrador: { $title }
error-draft-missing = Aquí no hay tal borrador.
error-draft-changed = Alguien cambió este borrador desde que usted lo abrió. Mire cómo está ahora y vuelva a intentarlo.
error-draft-fields = Algunos campos necesitan otro valor.
error-draft-no-line = No hay tales líneas en esta versión.
error-draft-many-lines = Proponga otras palabras para 200 líneas como máximo.
error-draft-not-yours = Solo quienes llevan la pluma, o la coordinación, pueden hacerlo.
error-draft-guests-read = Aquí los invitados solo leen. Pida a la coordinación que les abra los borradores.
error-draft-withdrawn = Este borrador quedó de lado. Retómelo primero.
error-draft-not-withdrawn = Este borrador se está escribiendo.
error-draft-published = Esta versión ya está publicada.
error-draft-not-published = Nada de este borrador está publicado.
error-draft-still-published = Retire primero lo publicado.
error-draft-lines-changed = Estas líneas cambiaron desde entonces. Únalas a mano o pida una propuesta nueva.
error-draft-answered = { $standing ->
    [accepted] Esta propuesta ya fue incorporada.
    [declined] Esta propuesta ya tiene respuesta: no se incorpora.
   *[other] Esta propuesta fue retirada.
 }
error-draft-too-long = El texto quedaría vacío o tendría más de 60 000 caracteres.
error-draft-full = Este borrador tiene demasiadas versiones. Empiece otro con su texto.
error-draft-same = No cambió nada. Escriba otro texto o vuelva atrás.
# Calendarios.
error-calendar-missing = No hay ningún calendario en esta dirección. Cree otra en «Direcciones de calendario».
error-calendar-too-many = Ya tiene 20 direcciones de calendario. Retire una primero.
calendar-title = Calendario
calendar-short = { $count ->
    [0] No hay nada previsto en { $month }.
    [one] { $count } reunión o evento en { $month }.
   *[other] { $count } reuniones y eventos en { $month }.
 }
calendar-month = Mes
calendar-months = Meses
calendar-before = El mes anterior
calendar-now = Este mes
calendar-after = El mes siguiente
calendar-today = Hoy
calendar-none = Nada en este mes
calendar-none-text = Las reuniones y los eventos aparecen aquí en cuanto alguien los planea.
calendars-title = Direcciones de calendario
calendars-short = Con una dirección secreta, el calendario de su teléfono o computadora muestra sus reuniones, eventos y fechas límite, y los mantiene al día.
calendars-mine = Sus direcciones
calendars-none = No tiene ninguna dirección de calendario
calendars-none-text = Cree una abajo y agréguela a su programa de calendario.
calendar-new = Crear una dirección
calendar-shows = Qué muestra
calendar-shows-hint = Su propio calendario muestra las reuniones de sus órganos, los eventos en los que se inscribió y lo que prometió. Nunca nombra a un cliente.
calendar-mine = Mi calendario
calendar-closed = Un órgano que ya no puede ver
calendar-make = Crear la dirección
calendar-made = Su dirección de calendario
calendar-made-short = Agregue esta dirección a su programa de calendario como suscripción. Solo la verá ahora.
calendar-made-secret = Quien conozca esta dirección puede leer el calendario. No la comparta. Puede retirarla cuando quiera.
calendar-open = Abrir en mi programa de calendario
calendar-take-back = Retirar
calendar-taken-back-notice = La dirección se retiró. Ya no se puede leer nada en ella.
calendar-used = Leída por última vez { $when }
calendar-unused = Todavía no se ha leído
event-calendar-made = { $who } creó una dirección de calendario
event-calendar-taken-back = { $who } retiró una dirección de calendario

# Eventos de las organizaciones.
error-gathering-missing = Ese evento no existe en esta alianza.
error-gathering-no-guest = Nadie está inscrito con este número.
error-gathering-changed = Este evento cambió desde que lo abrió. Vuelva a mirarlo y después cámbielo.
error-gathering-not-host = Solo quienes actúan por la organización anfitriona, o un coordinador, pueden hacer esto.
error-gathering-not-yours = Solo la propia persona, o la organización anfitriona, puede ver o cambiar esto.
error-gathering-same = No se cambió nada.
error-gathering-cancelled = Este evento se canceló.
error-gathering-not-cancelled = Este evento no se canceló.
error-gathering-over = Este evento ya terminó.
error-gathering-closed = La inscripción terminó. Pregunte a la organización anfitriona si todavía puede venir.
error-gathering-not-today = La asistencia se registra el día del evento y durante la semana siguiente.
error-gathering-registered = Ya está en la lista.
error-gathering-too-many = Ya se inscribieron 2000 personas. Planee otro evento.
error-gathering-was-there = Esta persona consta como presente. Anule eso primero.
error-gathering-was-not-there = Esta persona no consta como presente. La organización anfitriona registra la asistencia.
error-gathering-capacity = Escriba un número entero del 1 al { $most }
error-gathering-register-by = Elija el día del evento o uno anterior
gatherings-title = Eventos
gatherings-list-short-coming = Estos son los próximos eventos. Inscríbase en sus páginas.
gatherings-list-short-past = Estos eventos ya terminaron. El último va primero.
gatherings-list = Mostrar
gatherings-list-coming = Eventos próximos
gatherings-list-past = Eventos pasados
gatherings-event = Evento
gatherings-kind = Para qué es
gatherings-kind-all = Todos los tipos
gatherings-kind-networking = Conocerse
gatherings-kind-listening-session = Sesión para escuchar
gatherings-kind-cross-training = Formación cruzada
gatherings-host = Organización anfitriona
gatherings-host-hint = La organización que celebra el evento y lleva la lista de asistentes
gatherings-guests = Quién viene
gatherings-coming = { $count ->
    [0] Todavía no se ha inscrito nadie
    [one] Viene { $count } persona
   *[other] Vienen { $count } personas
 }
gatherings-coming-of = { $count } de { $most } lugares ocupados
gatherings-wait-list = Lista de espera
gatherings-wait = { $count ->
    [one] { $count } persona espera un lugar
   *[other] { $count } personas esperan un lugar
 }
gatherings-full = Completo
gatherings-cancelled = Cancelado
gatherings-none = Todavía no hay eventos
gatherings-none-text = En los eventos las organizaciones se conocen, escuchan a la gente y aprenden del trabajo de las demás.
gatherings-none-found = Ningún evento coincide
gatherings-none-found-text = Elija otros filtros para ver más.
gatherings-plan = Planear un evento
gatherings-planned-notice = El evento quedó planeado. Ya es posible inscribirse.
gatherings-edit = Cambiar el evento
gatherings-changed-notice = El evento se cambió.
gatherings-save = Guardar
gatherings-name = Nombre del evento
gatherings-name-hint = Por ejemplo, «Conozca a los orientadores»
gatherings-about = De qué trata
gatherings-about-hint = Qué se hará y qué se aprenderá. No nombre a ningún cliente.
gatherings-link-hint = Una dirección web que empiece con https://. Solo la ven quienes tienen lugar.
gatherings-capacity = Cuántas personas pueden venir
gatherings-capacity-hint = Quien se inscriba después espera un lugar. Déjelo vacío si puede venir todo el mundo.
gatherings-register-by = Inscripción hasta
gatherings-register-by-hint = Déjelo vacío para permitir la inscripción hasta que empiece.
gatherings-open-box = Puede venir el público
gatherings-open-hint = Anote en la lista a los invitados de fuera de la alianza.
gatherings-why-hint = Lo leen todas las personas inscritas. No nombre a ningún cliente.
gatherings-short = { $when }. { $coming }.
gatherings-mine = Su lugar
gatherings-register = Inscribirme
gatherings-register-text = Hay lugar.
gatherings-would-wait = No quedan lugares. Puede esperar uno: cuando alguien devuelve su lugar, lo recibe la primera persona de la lista, junto con un correo.
gatherings-join-line = Esperar un lugar
gatherings-register-notice = Está en la lista.
gatherings-withdraw = Devolver mi lugar
gatherings-withdraw-text = Si no puede venir, devuelva su lugar. Lo recibe la primera persona que espera.
gatherings-withdraw-notice = Devolvió su lugar.
gatherings-registered = Con lugar
gatherings-waiting = Número { $place } de la lista de espera
gatherings-withdrawn = No viene
gatherings-was-there = Asistió
gatherings-somebody = Alguien que ya no está
gatherings-all = Todos los eventos
gatherings-verb-cancel = Cancelar el evento
gatherings-verb-restore = Celebrarlo después de todo
gatherings-what-cancel = El evento no se celebrará. Nadie más podrá inscribirse.
gatherings-what-restore = El evento se celebrará, con todas las personas inscritas.
gatherings-knows-cancel = Todas las personas inscritas reciben un correo con un enlace.
gatherings-knows-restore = Todas las personas inscritas reciben un correo con un enlace.
gatherings-back-cancel = Sí, hasta que pase la hora del evento.
gatherings-back-restore = Sí, puede cancelarlo otra vez.
gatherings-cancel-notice = El evento se canceló.
gatherings-restore-notice = El evento se celebrará.
gatherings-panel-mine = Eventos en los que me inscribí
gatherings-panel-next = Próximos eventos
gatherings-panel-detail = { $kind }, { $time }
gatherings-mail-place-subject = Tiene un lugar
gatherings-mail-place-text = Alguien devolvió su lugar y usted era la siguiente persona de la lista. Abra el enlace para ver el evento o para devolver su lugar.
gatherings-mail-changed-subject = Un evento se movió
gatherings-mail-changed-text = Cambió la hora o el lugar de un evento en el que se inscribió. Abra el enlace para verlo.
gatherings-mail-cancelled-subject = Un evento se canceló
gatherings-mail-cancelled-text = Se canceló un evento en el que se inscribió. Abra el enlace para leer por qué.
gatherings-mail-restored-subject = Un evento se celebrará después de todo
gatherings-mail-restored-text = Un evento cancelado se celebrará. Usted sigue en la lista. Abra el enlace para verlo.
guests-title = Asistentes y entrada
guests-list = Quién se inscribió
guests-export = Guardar como tabla (CSV)
guests-none = Todavía no se ha inscrito nadie
guests-none-text = La gente se inscribe en la página del evento. También puede agregar invitados por su nombre.
guests-number = Número
guests-name = Nombre
guests-organization = Viene por
guests-state = Estado
guests-do = Acciones
guests-check-in = Anotar como presente
guests-check-in-notice = Anotado como presente.
guests-uncheck = Anular la presencia
guests-uncheck-notice = La presencia se anuló.
guests-withdraw = Quitar de la lista
guests-withdraw-notice = Se quitó de la lista. La primera persona que esperaba tiene ahora el lugar.
guests-add = Agregar un invitado
guests-added-notice = El invitado se agregó.
guests-door-text = Puede anotar a los presentes el día del evento y durante la semana siguiente.
guests-back = Volver al evento
certificate-title = Constancia de asistencia
certificate-text = Se hace constar que
certificate-at = participó en
certificate-signed = { $partnership }. Número { $number }
certificate-print = Imprima esta página, o guárdela como PDF, con su navegador.
event-gathering-planned = { $who } planeó el evento «{ $title }» del { $on }
event-gathering-changed = { $who } cambió el evento «{ $title }» del { $on }
event-gathering-cancelled = { $who } canceló el evento «{ $title }» del { $on }
event-gathering-restored = { $who } dijo que el evento «{ $title }» del { $on } se celebrará después de todo
event-guests-sealed = Cambió la lista de asistentes de un evento

# Reuniones abiertas en público.
public-meetings = Reuniones abiertas
public-meetings-short = El público puede asistir a estas reuniones. El orden del día aparece cuando se anuncia, y las actas cuando se aprueban.
public-feed = Seguir con un lector de noticias (Atom)
public-none = No hay ninguna reunión abierta
public-none-text = Las reuniones aparecen aquí en cuanto se anuncian.
public-all = Todas las reuniones abiertas
public-comment = Cómo puede hablar
public-minutes = Acta
public-agenda-none = Todavía no hay nada en el orden del día.
public-meetings-settings = Reuniones abiertas en público
public-meetings-link = Página pública
public-is-shown = Cualquiera puede ver las reuniones abiertas de esta alianza.
public-is-hidden = Solo la alianza ve sus reuniones.
public-look = Ver la página pública
public-what-all = La página pública muestra las reuniones a las que puede asistir el público, una vez anunciadas: hora, lugar y los títulos del orden del día; y las actas, una vez aprobadas, con los asientos que asistieron. No nombra a ninguna persona ni a ningún invitado. Lo que hablan entre ustedes, y las reuniones que no son abiertas, se quedan aquí.
public-what-show = Una página sin cuenta muestra sus reuniones abiertas, y un canal que otros pueden seguir.
public-what-hide = La página pública y su canal responden que aquí no hay nada.
public-knows = Quien mire la página. Nadie recibe un correo.
public-back = Sí, cuando quiera. Lo que alguien haya leído o copiado seguirá sabiéndose.
public-show = Mostrar las reuniones abiertas a todo el mundo
public-hide = Dejar de mostrarlas
public-shown-notice = Ahora cualquiera puede ver sus reuniones abiertas.
public-hidden-notice = Ahora solo la alianza ve sus reuniones.
event-meetings-shown = { $who } mostró las reuniones abiertas a todo el mundo
event-meetings-hidden = { $who } volvió a mostrar las reuniones abiertas solo a la alianza
talk-carried = Conversaciones que sigue
talk-carried-by = La empezó { $who }, { $organization }.
