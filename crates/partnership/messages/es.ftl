# La entrada.
front-title = Trabajar juntos, en un solo registro
front-short = Concord es el espacio de trabajo común de oficinas públicas, organizaciones sin fines de lucro y comunidades que sirven a las mismas personas. Muestra lo que acordamos, lo que cada quien debe y lo que cambió para la gente.
front-sign-in = Entrar
front-promise-title = Quién hace qué y para cuándo
front-promise-text = Cada promesa dice quién la hizo, quién la espera y el día. Quien la espera dice cuándo se cumplió.
front-measure-title = ¿Está mejorando?
front-measure-text = Cada número dice de dónde viene, quién lo cuida y cuál era antes.
front-record-title = Un registro en el que todos pueden confiar
front-record-text = Cada cambio queda escrito: quién, cuándo, por qué oficina y sobre qué.
front-invited = ¿Recibió una invitación? Abra el enlace de su correo. Con él puede entrar.

# Mi trabajo.
me-page = Mi trabajo
me-hello = Hola, { $name }.
me-late = { $count ->
    [0] Nada está atrasado.
    [one] 1 cosa está atrasada.
   *[other] { $count } cosas están atrasadas.
}
me-soon = { $count ->
    [0] Nada vence esta semana.
    [one] 1 vence esta semana.
   *[other] { $count } vencen esta semana.
}
me-wait = { $count ->
    [0] Nadie espera su respuesta.
    [one] 1 cosa espera su respuesta.
   *[other] { $count } cosas esperan su respuesta.
}
me-owe = Lo que debo
me-owe-empty = Ahora no debe nada
me-owe-empty-text = Aquí aparecen las promesas que hizo usted o su oficina, primero las más urgentes.
me-waits = Lo que me espera
me-waits-empty = Nada le espera
me-waits-empty-text = Aquí aparecen las ofertas, preguntas y funciones que necesitan su respuesta.
me-changed = Lo que cambió
me-changed-empty = Nada cambió en los últimos días
me-changed-empty-text = Aquí aparece lo que hacen sus socios.
me-side = También para mí
me-partnerships = Mis alianzas
me-partnerships-empty = Todavía no está en ninguna alianza. Quien coordina una puede invitarle por correo.
me-edit-profile = Cambiar mi perfil
me-answer = Responder
me-role-offer = Aceptar una función: { $role }, { $organization }
me-seat-offer = Aceptar un puesto: { $title }, { $body }, por { $organization }
me-asked = Se lo pide { $who }, { $when }. { $partnership }

# Mi perfil.
profile-page = Mi perfil
profile-short = Sus socios le encuentran por lo que escribe aquí. Lo ven todas sus alianzas. No escriba nada sobre clientes.
profile-name-text = Su nombre y su idioma son parte de su cuenta.
profile-name-link = Cambiar su nombre
profile-title = Su cargo en { $organization }
profile-contact = Cómo comunicarse con usted en el trabajo
profile-contact-hint = Un teléfono o una dirección del trabajo
profile-about = Lo que hace
profile-about-hint = Dos o tres frases
profile-skills = Lo que sabe hacer
profile-languages = Idiomas que habla
profile-expertise = Temas que conoce bien
profile-list-hint = Uno en cada línea, hasta 20
profile-save = Guardar mi perfil
profile-saved-notice = Su perfil está guardado.

# Resumen.
overview-page = Resumen
overview-short = { $organizations ->
    [one] 1 socio
   *[other] { $organizations } socios
} y { $people ->
    [one] 1 persona
   *[other] { $people } personas
} desde { $since }.
overview-organizations = { $count ->
    [one] 1 socio
   *[other] { $count } socios
}
overview-people = { $count ->
    [one] Ver a la única persona
   *[other] Ver a las { $count } personas
}
overview-purpose = Por qué estamos aquí
overview-purpose-empty = Nadie lo ha escrito todavía
overview-purpose-empty-text = Diga en pocas palabras por qué existe esta alianza, para que lo sepan los nuevos socios.
overview-settings = Escribirlo
overview-all = Ver todo
overview-panel-empty = Todavía no hay nada aquí.
overview-lately = Últimamente
overview-all-activity = Toda la actividad
overview-charter = Nuestra carta
overview-charter-read = Leer la carta
overview-side = Socios y fechas
overview-members = Socios
overview-where = Dónde trabajamos

# Ajustes.
settings-page = Ajustes
settings-short = Lo que escribe aquí aparece en el resumen. Toda la alianza lo ve en la actividad.
settings-name = Nombre de la alianza
settings-vision = Visión común
settings-vision-hint = Una o dos frases: ¿qué va a mejorar?
settings-purpose = Por qué estamos aquí
settings-purpose-hint = Qué reunió a los socios
settings-areas = Dónde trabajamos
settings-areas-hint = Códigos FIPS, uno en cada línea: 2 cifras para un estado, 5 para un condado. Wisconsin es 55, el condado de Dane es 55025
settings-charter = Carta
settings-charter-hint = El texto que acordaron los socios
settings-zone = Zona horaria
settings-zone-hint = Los plazos son días en esta zona, como America/Chicago
settings-language = Idioma
settings-language-hint = En él van los correos a quienes no eligieron ninguno
settings-save = Guardar los ajustes
settings-saved-notice = Los ajustes están guardados.

# Personas.
people-page = Personas
people-short = { $people ->
    [one] 1 persona
   *[other] { $people } personas
} de { $organizations ->
    [one] 1 organización
   *[other] { $organizations } organizaciones
}. Busque por nombre, por lo que saben hacer, por idioma o por tema.
people-invite = Invitar a personas
people-my-profile = Mi perfil
people-export = Exportar la lista
people-search = Buscar
people-organization = Organización
people-all-organizations = Todas las organizaciones
people-role = Función
people-all-roles = Todas las funciones
people-caption = Personas, por apellido
people-name = Nombre
people-roles = Funciones
people-knows = Conoce
people-empty = No hay nadie así
people-empty-text = Pruebe con una palabra menos, o busque en todas las organizaciones.
person-kicker = Persona
person-gone = Se fue
person-short = { $name } trabaja para { $organization }.
person-short-title = { $title }, { $organization }.
person-short-gone = { $name } dejó esta alianza. El registro conserva el nombre.
person-about = Sobre esta persona
person-knows = Lo que conoce y sabe hacer
person-knows-empty = Todavía no hay nada escrito.
person-known-skill = Sabe hacer
person-known-language = Habla
person-known-expertise = Conoce bien
person-roles = Funciones
person-roles-empty = Ahora no tiene ninguna función aquí.
person-role = { $role }, { $organization }
person-seats = Puestos
person-seats-empty = No ocupa ningún puesto.
person-side = Cómo comunicarse
person-reach = Cómo comunicarse
person-reach-empty = Todavía no hay nada escrito.
person-activity = Lo que hizo
person-offer-role = Ofrecer una función
person-leave-role = Dejar esta función
person-remove-role = Quitar esta función

# Organizaciones.
organizations-page = Organizaciones
organizations-short = { $count ->
    [one] 1 organización es socia.
   *[other] { $count } organizaciones son socias.
}
organizations-add = Añadir una organización
organizations-caption = Organizaciones, por nombre
organizations-name = Nombre
organizations-part = Papel
organizations-kind = Tipo
organizations-sector = Campo
organizations-all-sectors = Todos los campos
organizations-since = Desde
organizations-former = Cuáles
organizations-today = Socias de hoy
organizations-with-former = También las que se fueron
organizations-until = Se fue el { $date }
organizations-empty = No hay ninguna organización así
organizations-empty-text = Busque en todos los campos, o añada la primera.
organization-kicker = { $kind }, { $sector }
organization-gone = Se fue
organization-short = { $part } desde el { $since }.
organization-short-gone = Fue socia desde el { $since } hasta el { $until }.
organization-edit = Cambiar
organization-edit-short = Lo que escribe aquí lo ven todas las alianzas de esta organización.
organization-membership = Cambiar su papel
organization-end = Terminar la participación
organization-activity = Lo que pasó
organization-about = Lo que hace
organization-about-label = Lo que hace
organization-people = Personas
organization-people-empty = Aquí todavía nadie trabaja para ella
organization-people-empty-text = Invite por correo a quien la dirige. Esa persona puede traer a otras.
organization-seats = Puestos
organization-seats-empty = No tiene puestos en ningún grupo.
organization-seat = { $body }: { $title } ({ $holder })
organization-side = Datos
organization-facts = Datos
organization-website = Su página
organization-load = Cuánto lleva
organization-load-partnerships = { $count ->
    [one] Está en 1 alianza.
   *[other] Está en { $count } alianzas.
}
organization-load-here = Aquí: { $people ->
    [one] 1 persona
   *[other] { $people } personas
}, { $bodies ->
    [0] ningún grupo
    [one] 1 grupo
   *[other] { $bodies } grupos
}, { $promises ->
    [0] ninguna promesa abierta
    [one] 1 promesa abierta
   *[other] { $promises } promesas abiertas
}.
organization-load-note = Usted ve los nombres solo de las alianzas en las que está.
organization-new = Añadir una organización
organization-new-short = Añada un socio a esta alianza. Después invite por correo a quien lo dirige.
organization-name = Nombre
organization-name-hint = El nombre completo, como en sus cartas
organization-known = Es la misma organización. Añadirla
organization-known-hint = Aquí ya se conoce una organización con este nombre. Su página queda como está
organization-short-name = Nombre corto
organization-short-name-hint = Unas letras, como RHA
organization-state = Estado
organization-no-state = Ningún estado
organization-tribe = Tribu
organization-tribe-hint = Para un gobierno o una organización tribal
organization-website-label = Página web
organization-website-hint = Empieza con https://
organization-since = Primer día
organization-since-hint = El día en que entró en la alianza
organization-add = Añadir
organization-added-notice = La organización está añadida. Ahora invite a quien la dirige.
organization-save = Guardar
organization-saved-notice = La organización está guardada.
organization-kind-federal = Agencia federal
organization-kind-state = Agencia estatal
organization-kind-local = Gobierno local
organization-kind-tribal = Gobierno tribal
organization-kind-non-profit = Organización sin fines de lucro
organization-kind-community = Grupo comunitario
organization-kind-faith = Grupo religioso
organization-kind-school = Escuela o universidad
organization-kind-health-provider = Proveedor de salud
organization-kind-business = Empresa
organization-kind-funder = Fundación o donante
organization-kind-other = Otro
sector-housing = Vivienda
sector-health = Salud
sector-behavioral-health = Salud mental y adicciones
sector-law-enforcement = Policía
sector-courts = Tribunales
sector-social-services = Servicios sociales
sector-education = Educación
sector-workforce = Empleo y capacitación
sector-veterans = Veteranos
sector-victim-services = Ayuda a víctimas
sector-food = Alimentos
sector-transportation = Transporte
sector-aging-disability = Personas mayores y discapacidad
sector-children-families = Niños y familias
sector-emergency = Emergencias
sector-general-government = Gobierno general
sector-community = Comunidad
sector-other = Otro
part-lead = Socia principal
part-member = Miembro
part-observer = Observadora
membership-save = Guardar
membership-saved-notice = La participación está cambiada.
membership-until = Último día
membership-until-hint = Hoy o antes
membership-end-what = { $organization } deja la alianza. Sus personas pierden aquí sus funciones, sus puestos se cierran y sus invitaciones terminan.
membership-end-who = Toda la alianza lo ve en la actividad.
membership-end-back = La organización se puede añadir otra vez. A sus personas hay que preguntarles de nuevo.
membership-ended-notice = La participación terminó.

# Grupos y puestos.
bodies-page = Grupos
bodies-short = El consejo, los grupos de trabajo y los equipos de revisión, y quién está en ellos.
bodies-form = Formar un grupo
bodies-formed-notice = El grupo está formado. Ahora abra su primer puesto.
bodies-edit = Cambiar
bodies-end = Terminar este grupo
bodies-ended = Terminó
bodies-ended-notice = El grupo terminó.
bodies-end-what = { $name } termina y todos sus puestos se cierran. Lo que hizo queda en el registro.
bodies-end-who = Toda la alianza lo ve en la actividad.
bodies-end-back = No. Puede formar un grupo nuevo.
bodies-count = { $seats ->
    [0] Sin puestos
    [one] 1 puesto
   *[other] { $seats } puestos
}, { $empty ->
    [0] ninguno vacío
    [one] 1 vacío
   *[other] { $empty } vacíos
}
bodies-empty = Todavía no hay grupos
bodies-empty-text = Un grupo tiene puestos para organizaciones. Quien coordina forma el primero, como el consejo.
bodies-name = Nombre
bodies-kind = Tipo
bodies-purpose = Para qué se reúne
bodies-purpose-label = Para qué se reúne
bodies-purpose-hint = Qué decide o en qué trabaja
bodies-save = Guardar
bodies-saved-notice = El grupo está guardado.
bodies-seats = Puestos
bodies-terms = Quién estuvo aquí antes
body-kind-council = Consejo
body-kind-work-group = Grupo de trabajo
body-kind-review-team = Equipo de revisión
body-short = Se reúne desde el { $since }.
body-short-ended = Terminó el { $date }.
seats-empty = Todavía no hay puestos
seats-empty-text = Un puesto es de una organización y dura más que la persona que lo ocupa.
seats-open = Abrir un puesto
seats-open-short = Un puesto es de una organización. Después, pida a una de sus personas que lo ocupe.
seats-opened-notice = El puesto está abierto. Pida a alguien que lo ocupe.
seats-title = Nombre del puesto
seats-title-hint = Como Presidencia, o Puesto de vivienda
seats-organization = Por qué organización
seats-person = Quién
seats-person-hint = Personas que tienen una función en esta organización
seats-note = Unas palabras para esa persona
seats-offer = Pedir a alguien
seats-offer-short = Usted pide a alguien que ocupe el puesto «{ $title }» en { $body } por { $organization }. Es suyo cuando diga que sí.
seats-hand-over = Pasar el puesto
seats-hand-over-short = Usted pide a alguien que tome el puesto «{ $title }» en { $body } por { $organization }. Hasta que diga que sí, nada cambia. Después, sus promesas abiertas pasan con él.
seats-offered-notice = La pregunta está hecha.
seats-withdraw = Retirar la pregunta
seats-withdrawn-notice = La pregunta está retirada.
seats-accept = Aceptar este puesto
seats-taken-notice = El puesto es suyo.
seats-decline = Decir que no
seats-declined-notice = Usted dijo que no.
seats-vacate = Dejar vacío este puesto
seats-vacated-notice = El puesto está vacío.
seats-vacate-what = Ya nadie ocupa el puesto «{ $title }» por { $organization }. Si alguien puede seguir, es mejor pasarle el puesto.
seats-close = Cerrar este puesto
seats-closed-notice = El puesto está cerrado.
seats-close-what = El puesto «{ $title }» de { $organization } desaparece para siempre.
seats-closed = Un puesto cerrado
seats-end-who = Toda la alianza lo ve en la actividad.
seats-end-back = No. Puede pedirlo otra vez a alguien, o abrir un puesto nuevo.
seats-holder = Lo ocupa { $who } desde el { $since }.
seats-vacant = Vacío.
seats-nobody = vacío
seats-asked = Se pidió a { $who } que lo ocupe.
seats-mine = Puestos que me ofrecen
seats-term = { $who }: { $title }
seats-ended-handed-over = Del { $since } al { $until }; después lo pasó
seats-ended-vacated = Del { $since } al { $until }; después quedó vacío
seats-ended-closed = Del { $since } al { $until }; después se cerró

# Funciones.
roles-page = Funciones
roles-short = { $count ->
    [0] Ninguna función espera su respuesta.
    [one] 1 función espera su respuesta.
   *[other] { $count } funciones esperan su respuesta.
} Una función es suya cuando dice que sí.
roles-mine = Funciones que me ofrecen
roles-empty = Ahora no hay ofertas
roles-empty-text = Cuando quien coordina o quien dirige su organización le ofrece una función, aparece aquí y en Mi trabajo.
roles-made = Ofertas que esperan a otras personas
roles-made-empty = No hay ofertas en espera.
roles-to = { $person }: { $role }, { $organization }
roles-by = La ofrece { $who }, { $when }
roles-accept = Aceptar esta función
roles-accepted-notice = La función es suya.
roles-decline = Decir que no
roles-decline-why = Decir que no
roles-declined-notice = Usted dijo que no.
roles-why = Por qué
roles-withdraw = Retirar la oferta
roles-withdrawn-notice = La oferta está retirada.
roles-offer = Ofrecer una función
roles-new = Ofrecer una función
roles-new-short = La persona decide. Para traer a alguien nuevo, invítelo por correo.
roles-person = Quién
roles-organization = Por qué organización
roles-role = Función
roles-note = Unas palabras para esa persona
roles-offered-notice = La función está ofrecida. Aquí verá cuando responda.
roles-leave-what = Usted deja la función { $role } de { $organization }. Si es la última que tiene en { $organization }, sus puestos por ella quedan vacíos.
roles-remove-what = { $person } pierde la función { $role } de { $organization }. Si es la última que tiene en { $organization }, sus puestos por ella quedan vacíos.
roles-end-who = Toda la alianza lo ve en la actividad.
roles-end-back = Solo con una oferta nueva.
roles-left-notice = Usted dejó la función.
roles-removed-notice = La función está quitada.
word-role-coordinator = Coordinación
word-role-lead = Dirección
word-role-member = Miembro
word-role-steward = Custodia de datos
word-role-guest = Persona invitada
word-part-lead = socia principal
word-part-member = miembro
word-part-observer = observadora

# Invitaciones.
invitations-page = Invitaciones
invitations-short = { $count ->
    [0] Ninguna invitación espera respuesta.
    [one] 1 invitación espera respuesta.
   *[other] { $count } invitaciones esperan respuesta.
}
invitations-new = Invitar a alguien
invitations-email = Correo electrónico
invitations-email-hint = Una dirección del trabajo, como nombre@agencia.gov
invitations-name = Nombre
invitations-note = Unas palabras para esa persona
invitations-note-hint = Van en el correo. No escriba nada sobre clientes
invitations-language = Idioma del correo
invitations-send = Enviar la invitación
invitations-sent-notice = La invitación está en camino.
invitations-pending = Esperan respuesta
invitations-empty = No hay invitaciones en espera
invitations-empty-text = Una invitación queda aquí hasta que la persona diga sí o no.
invitations-dates = La envió { $who }, { $sent }. Termina el { $ends }
invitations-resend = Enviar otra vez
invitations-resent-notice = La invitación se envió otra vez.
invitations-revoke = Retirarla
invitations-revoked-notice = La invitación está retirada. Su enlace ya no funciona.

# Actividad.
activity-page = Actividad
activity-short = Todo lo que pasó aquí, primero lo último.
activity-about = Sobre
activity-all = Todo
activity-person = Hecho por
activity-everybody = Todas las personas
activity-about-organization = Organizaciones
activity-about-person = Personas y funciones
activity-about-body = Grupos y puestos
activity-about-invitation = Invitaciones
activity-about-partnership = La alianza
activity-empty = Todavía no pasó nada
activity-empty-text = Cada cambio en la alianza aparece aquí, con quién y cuándo.
activity-json = Lo mismo como JSON
activity-somebody = Alguien
activity-somebody-of = Alguien de { $organization }
activity-system = Concord
event-unknown = { $who } hizo algo que esta versión no sabe decir
event-partnership-founded = { $who } fundó la alianza. { $coordinator } la coordina por { $organization }
event-partnership-settled = { $who } cambió lo que la alianza dice de sí misma
event-organization-registered = { $who } registró { $organization }
event-organization-joined = { $who } añadió { $organization } como { $part }
event-organization-described = { $who } cambió la página de { $organization }
event-membership-changed = { $who } cambió el papel de { $organization } a { $part }
event-membership-ended = { $who } terminó la participación de { $organization }
event-profile-described = { $who } cambió su perfil
event-person-joined = { $person } entró en la alianza
event-person-invited = { $who } invitó a alguien por { $organization }. Función: { $role }
event-invitation-resent = { $who } envió otra vez una invitación por { $organization }
event-invitation-revoked = { $who } retiró una invitación por { $organization }
event-role-given = { $person } recibió una función de { $organization }: { $role }
event-role-offered = { $who } ofreció a { $person } una función de { $organization }: { $role }
event-role-accepted = { $who } aceptó una función de { $organization }: { $role }
event-role-declined = { $who } no aceptó una función de { $organization }: { $role }
event-role-withdrawn = { $who } retiró la oferta de una función a { $person }: { $role }, { $organization }
event-role-left = { $who } dejó una función de { $organization }: { $role }
event-role-removed = { $person } ya no tiene una función de { $organization }: { $role }. Lo hizo { $who }
event-body-formed = { $who } formó un grupo: { $name }
event-body-changed = { $who } cambió el grupo { $name }
event-body-ended = { $who } terminó el grupo { $name }
event-seat-opened = { $who } abrió un puesto para { $organization }: { $title }
event-seat-offered = { $who } pidió a { $to } que ocupe el puesto «{ $title }» por { $organization }
event-seat-withdrawn = { $who } ya no pide a { $to } que ocupe el puesto «{ $title }» por { $organization }
event-seat-declined = { $to } dijo que no al puesto «{ $title }» por { $organization }
event-seat-taken = { $to } aceptó el puesto «{ $title }» por { $organization }
event-seat-handed-over = { $from } pasó el puesto «{ $title }» por { $organization } a { $to }
event-seat-vacated = { $from } dejó el puesto «{ $title }» por { $organization }
event-seat-closed = { $who } cerró el puesto «{ $title }» de { $organization }

# Correos.
people-mail-role-offered-subject = Le ofrecen una función
people-mail-role-offered-text = Alguien le ofrece una función en { $partnership }. Es suya cuando diga que sí. Abra el enlace para responder.
people-mail-seat-offered-subject = Le piden que ocupe un puesto
people-mail-seat-offered-text = Alguien le pide que ocupe un puesto en { $partnership }. Es suyo cuando diga que sí. Abra el enlace para responder.

# Lo que salió mal.
error-not-yours = Solo quien coordina, o quien dirige esta organización, puede hacer esto.
error-organization-missing = Esta organización no está en esta alianza.
error-entry-kept-elsewhere = Otra alianza cuida la página de esta organización. Pida a quien la dirige que la cambie allí.
error-organization-name-taken = Aquí ya se conoce una organización que se llama «{ $name }». Marque la casilla si es la misma, o escriba otro nombre.
error-member-already = Esta organización ya es socia.
error-membership-ended = Esta organización dejó la alianza. Primero añádala otra vez.
error-ends-before-start = Escriba un último día que no sea antes del { $date }.
error-ends-in-future = Escriba un último día que no sea después del { $date }.
error-person-missing = Esta persona no está en esta alianza.
error-not-of-organization = Esta persona no tiene aquí una función de esta organización. Primero ofrézcale una.
error-last-coordinator = Una alianza necesita a alguien que la coordine. Primero dé la función a otra persona.
error-role-held = Ya tiene esta función.
error-role-not-held = No tiene esta función.
error-role-offered = Ya se le ofreció esta función y todavía no responde.
error-role-offer-missing = No hay tal oferta para usted.
error-role-offer-answered = Esta oferta ya tiene respuesta o fue retirada.
error-body-missing = Aquí no hay tal grupo.
error-body-ended = Este grupo terminó. Forme uno nuevo.
error-seat-missing = Aquí no hay tal puesto.
error-seat-closed = Este puesto está cerrado. Abra uno nuevo.
error-seat-empty = Nadie ocupa este puesto.
error-seat-held = Ya ocupa este puesto. Elija a otra persona.
error-seat-asked = Ya se pidió a alguien y todavía no responde. Primero retire esa pregunta.
error-seat-not-asked = No se le pidió ocupar este puesto, o la pregunta fue retirada.
error-slug-taken = Ya hay una alianza que se llama «{ $slug }». Elija otro nombre corto.
error-area-unknown = { $code } no es un código FIPS. Escriba 2 cifras para un estado o 5 para un condado
error-area-not-state = Elija un estado
error-too-many-items = Escriba { $max } como máximo
error-zone-unknown = Escriba una zona horaria como America/Chicago
error-revision-needed = Envíe el número de la versión que vio, como If-Match o como revision

# Lo que encuentra la búsqueda.
find-organization = Organización
find-person = Persona
find-body = Grupo

# Historias
stories-title = Historia
stories-link = Lea toda la historia
stories-link-text = De la idea al resultado, con lo que llevó a ello y lo que salió de ello.
stories-stands = Ahora: { $status }.
stories-record = Abrir el registro
stories-led = Lo que llevó a ello
stories-told = Lo que pasó
stories-more = Y { $count } más como esto
stories-came = Lo que salió de ello
stories-nothing = Todavía no ha pasado nada.
stories-is-public = Todas las personas pueden leer esta historia, sin cuenta.
stories-public-page = Ver la página para todas las personas
stories-publish = Dejar que todas las personas la lean
stories-publish-what = Todas las personas podrán leer esta historia: cómo se llama, lo que pasó, lo que llevó a ello y lo que salió de ello, con las palabras que escribieron los socios.
stories-publish-who = No se muestran nombres de personas. Sí los de organizaciones. Lea la historia una vez más antes de publicarla.
stories-publish-back = Puede retirarla en cualquier momento. Lo que alguien haya copiado hasta entonces queda copiado.
stories-hide = De nuevo solo para socios
stories-hide-what = Solo los socios podrán leer esta historia.
stories-hide-who = Sale de la página para todas las personas.
stories-hide-back = Puede volver a publicarla en cualquier momento.
stories-published-notice = Ahora todas las personas pueden leer la historia.
stories-hidden-notice = Ahora solo los socios pueden leer la historia.
event-public-story-published = { $who } dejó que todas las personas lean la historia de «{ $title }».
event-public-story-hidden = { $who } dejó la historia de «{ $title }» solo para los socios.
event-public-parts-shown =
    { $count ->
        [0] { $who } retiró todo lo que la alianza mostraba a todas las personas.
        [one] { $who } decidió lo que todas las personas pueden ver de la alianza: una parte.
       *[other] { $who } decidió lo que todas las personas pueden ver de la alianza: { $count } partes.
    }
error-story-missing = Aquí no hay ninguna historia. La dirección puede estar mal, o no es para todas las personas.

# La página para todas las personas
public-title = Nuestras promesas y avances
public-short = Esta página muestra lo que prometen los socios y hasta dónde han llegado. Nadie tiene que iniciar sesión.
public-nothing = Todavía nada.
public-stories = Historias
public-who = Quiénes somos
public-not = Lo que esta página nunca muestra
public-not-text = Nombres de personas, nada sobre clientes, y números tan pequeños que podrían señalar a una persona.
public-part-page = Una página para todas las personas, con el nombre, la visión y los miembros
public-part-stories = Historias que publicó una persona coordinadora
public-settings = Lo que todas las personas pueden ver
public-settings-short = Elija lo que pueden leer sobre esta alianza las personas sin cuenta.
public-settings-see = Ver la página para todas las personas
public-settings-parts = Mostrar a todas las personas
public-settings-note = Sin la primera casilla no hay ninguna página. Nunca se muestran nombres de personas.
public-settings-save = Guardar
public-saved-notice = Se guardó lo que todas las personas pueden ver.

# Lo que lleva un puesto
seats-handover = Lo que lleva
seats-handover-short = Todo lo que va con este puesto: promesas abiertas, preguntas, tareas, acuerdos y conversaciones. Pasa a quien lo ocupe después.
seats-handover-holder = Lo ocupa { $who }.
seats-handover-before = Antes: { $who }.
seats-handover-nothing = Nada.
seats-charge = Qué es
seats-charge-short = Diga qué es el puesto «{ $title }» para { $body }.
seats-charge-label = Quien ocupa este puesto
seats-charge-hint = Un grupo debería tener a alguien que lo dirija y a alguien que lo supla.
seats-charge-save = Guardar
seats-charge-notice = Se guardó qué es el puesto.
word-charge-lead = Dirige el grupo
word-charge-deputy = Suple a quien dirige
word-charge-member = Miembro
event-seat-entrusted = { $who } dijo qué es el puesto «{ $title }» de { $organization }: { $charge }.
bodies-gaps = Grupos a los que les falta alguien
bodies-gap-empty =
    { $count ->
        [one] 1 puesto está vacío.
       *[other] { $count } puestos están vacíos.
    }
bodies-gap-lead = Nadie lo dirige.
bodies-gap-deputy = Nadie suple a quien dirige.
people-mail-seat-handed-over-subject = Lo que recibió con su puesto
people-mail-seat-handed-over-text = Recibió un puesto en { $partnership }. Abra el enlace para ver lo que va con él.
people-mail-seat-empty-subject = Un puesto está vacío
people-mail-seat-empty-text = Ya nadie ocupa un puesto en { $partnership }. Abra el enlace para pedírselo a alguien.
