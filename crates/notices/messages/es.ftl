# Avisos.
notices-page = Avisos
notices-short = { $count ->
    [0] Aquí no hay nada pendiente para usted.
    [one] 1 aviso espera su respuesta o tiene una fecha cercana.
   *[other] { $count } avisos esperan su respuesta o tienen una fecha cercana.
 }
notices-mark-all = Marcar todo como leído
notices-mark = Marcar como leído
notices-choose = Elegir cómo le avisamos
notices-filter-kind = Tipo
notices-filter-kind-all = Todos los tipos
notices-kind-needs-you = Le esperan
notices-kind-due-soon = Vence pronto
notices-kind-to-know = Para su información
notices-partnership = Alianza
notices-partnership-all = Todas las alianzas
notices-filter-read = Cuáles
notices-filter-read-new = Los nuevos
notices-read-all = Todos los de los últimos 6 meses
notices-is-read = leído
notices-about = { $partnership }, { $when }
notices-none = No hay avisos nuevos
notices-none-text = Cuando alguien necesite su respuesta, o se acerque una fecha suya, lo verá aquí y por correo.
notices-see-read = Ver los que ya leyó
notices-none-found = Nada coincide
notices-none-found-text = Ningún aviso coincide con lo que eligió arriba.
notices-all-read-notice = Todos quedaron como leídos.
notices-read-notice = Marcado como leído.
notices-unread-notice = Marcado otra vez como nuevo.
notices-reply-kept = Guardamos lo que escribió { $when } desde un enlace de correo ({ $partnership }). Aún no se pudo tomar en cuenta.
notices-reply-open = Verlo

# Cómo se avisa.
notices-choices-page = Cómo le avisamos
notices-choices-short = Todo está en su página de avisos. Aquí elige qué llega además por correo. Nuestros correos no llevan datos de clientes ni textos de los registros, solo un enlace.
notices-everywhere = En todas las alianzas
notices-only-in = Algo distinto en { $partnership }
notices-as-everywhere = Igual que en todas
notices-kind-hint-needs-you = Alguien espera su respuesta
notices-kind-hint-due-soon = Se acerca una fecha suya, 7 días y 1 día antes
notices-kind-hint-to-know = Lo que cambió y le concierne
notices-way-at-once = Por correo, enseguida
notices-way-daily = En un solo correo al día
notices-way-page = Solo en la página
notices-pause = Sin correos hasta
notices-pause-hint = El último día sin correos, por ejemplo el fin de su permiso. Lo que llegue mientras tanto irá en un solo correo.
notices-choices-save = Guardar
notices-choices-notice = Guardado. Le avisaremos como eligió.
notices-links = Enlaces en sus correos
notices-links-text = { $count ->
    [0] Ningún correo suyo tiene un enlace que aún sirva para hacer algo.
    [one] 1 enlace de sus correos aún sirve para hacer algo sin iniciar sesión. Cada uno termina a los 7 días.
   *[other] { $count } enlaces de sus correos aún sirven para hacer algo sin iniciar sesión. Cada uno termina a los 7 días.
 }
notices-links-end = Terminar todos los enlaces
notices-links-ended-notice = Terminaron todos los enlaces de sus correos.

# Lo que se puede hacer desde un correo.
answers-no-clients = No escriba nada sobre clientes
answers-only-this = Este enlace es solo suyo y solo sirve para esto. No inicia ninguna sesión. Termina al usarlo, o 7 días después del correo.
answers-done = Listo. Gracias. Puede cerrar esta página.
answers-typed = Lo que escribió
answers-kept = No se pierde nada. Lo guardamos junto a sus avisos. Inicie sesión para terminar.
answers-kept-why = Esto es lo que escribió desde un enlace de correo. Entonces no se pudo tomar en cuenta: { $why }
answers-to-notices = Ir a sus avisos
answers-discard = Desecharlo
answers-taken-notice = Listo. Se tomó en cuenta su respuesta.
answers-discarded-notice = Desechado.

# Correos.
notices-mail-summary-subject = { $count ->
    [one] Hoy: 1 aviso
   *[other] Hoy: { $count } avisos
 }
notices-mail-summary-text = Esto llegó desde el último resumen. Abra un enlace para ver más.
notices-summary-line = { $what } ({ $partnership })

# Qué está mal y cómo arreglarlo.
error-notice-missing = Este aviso no está entre los suyos. Puede tener más de 6 meses.
error-reply-missing = Esta respuesta ya no está guardada. Se tomó en cuenta o se desechó.
error-answer-ended = Este enlace ya no sirve. Inicie sesión para hacerlo en la página.
