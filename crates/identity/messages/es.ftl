# Iniciar y cerrar sesión.
identity-sign-in-title = Iniciar sesión
identity-sign-in-button = Iniciar sesión
identity-email = Correo electrónico
identity-password = Contraseña
identity-passkey-instead = O use una llave de acceso
identity-passkey-what = Una llave de acceso está en su teléfono, computadora o llave de seguridad. Se abre con el dedo, la cara o un PIN. Un sitio falso no puede pedirla.
identity-passkey-button = Iniciar sesión con una llave de acceso
identity-passkey-failed = No funcionó. Intente de nuevo o use otra manera de iniciar sesión.
identity-passkey-scripts = Las llaves de acceso necesitan JavaScript. Actívelo o use su contraseña.
identity-recover-link = No puedo iniciar sesión
identity-no-account = ¿Aún no tiene cuenta? Las cuentas se abren por invitación. Pregunte a quien coordina su alianza.
identity-signed-out-notice = Ha cerrado la sesión.
identity-by-mail-notice = Muchas personas intentaron iniciar sesión en esta cuenta sin lograrlo. Si su contraseña era correcta, le enviamos un correo. Abra el enlace para iniciar sesión.

# Mostrar de nuevo quién es.
identity-step-up-title = Muestre de nuevo que es usted
identity-step-up-short = Este paso cambia cómo se inicia sesión. Por eso le preguntamos otra vez quién es. Vale por 10 minutos.
identity-step-up-passkey = Usar su llave de acceso
identity-step-up-button = Seguir

# Enlaces en correos.
identity-recover-title = Recupere su cuenta
identity-recover-short = Escriba su correo electrónico. Le enviamos un enlace para una nueva contraseña. Sirve por 1 hora.
identity-recover-button = Enviar el enlace
identity-recover-notice = Si hay una cuenta con esta dirección, el correo va en camino. Mire también en el correo no deseado.
identity-link-title = Iniciar sesión con este enlace
identity-link-text = Con este enlace inicia sesión como { $name }.
identity-link-button = Iniciar sesión

# Contraseñas.
identity-new-password-title = Elija una nueva contraseña
identity-password-rules = Use { $least } caracteres o más. Unas palabras seguidas son buenas. Puede pegarla desde un gestor de contraseñas.
identity-new-password = Nueva contraseña
identity-new-password-hint = Sus otras sesiones terminan.
identity-new-password-button = Guardar la contraseña
identity-password-notice = Su nueva contraseña está guardada. Se cerraron sus demás sesiones.
identity-has-password = Usted tiene una contraseña.
identity-no-password = Usted no tiene contraseña. Inicia sesión con una llave de acceso o un enlace.
identity-password-change = Cambiar la contraseña
identity-password-set = Poner una contraseña

# La cuenta.
identity-account-title = Su cuenta
identity-account-short = Su nombre y su idioma son los mismos en todas sus alianzas.
identity-name = Nombre
identity-name-hint = Como le conocen sus colegas.
identity-language = Idioma de los correos
identity-language-hint = Puede cambiar el idioma de las páginas arriba en cada página.
identity-language-any = Inglés, hasta que elija
identity-save = Guardar
identity-account-notice = Su cuenta está guardada.
identity-address-title = Cambie su correo electrónico
identity-address-short = Los correos van ahora a { $email }. Enviamos un enlace a la nueva dirección. Ábralo y la nueva dirección será la suya.
identity-address-link = Cambiar el correo electrónico
identity-new-address = Nuevo correo electrónico
identity-address-send = Enviar el enlace
identity-address-sent-notice = Enviamos un enlace a la nueva dirección. Sirve por 1 hora.
identity-address-confirm = Desde ahora inicia sesión con { $email }, y los correos van allí.
identity-address-button = Usar esta dirección
identity-address-notice = Su nuevo correo electrónico está guardado.

# Cómo inicia sesión la persona.
identity-security-title = Cómo inicia sesión
identity-security-short = Llaves de acceso, contraseña, sesiones abiertas y acceso para programas.
identity-security-link = Ver cómo inicia sesión
identity-security-in-short = Tiene sesión abierta en { $sessions ->
    [one] 1 lugar
   *[other] { $sessions } lugares
 } y tiene { $passkeys ->
    [0] ninguna llave de acceso
    [one] 1 llave de acceso
   *[other] { $passkeys } llaves de acceso
 }.
identity-change = Cambiar
identity-made = Añadida: { $when }.
identity-used = Último uso: { $when }.
identity-ends = Termina: { $when }.
identity-only-you = Solo usted. Le enviamos un correo.
identity-passkeys = Llaves de acceso
identity-passkeys-none = Aún no tiene llaves de acceso
identity-passkey-add = Añadir una llave de acceso
identity-passkey-new = Añada una llave de acceso
identity-passkey-title = Llave de acceso
identity-passkey-name = ¿Cómo la llama?
identity-passkey-name-hint = Por ejemplo, "Mi teléfono". Puede dejarlo vacío y ponerle nombre después.
identity-passkey-make = Crear la llave de acceso
identity-passkey-added-notice = Su llave de acceso está lista. Úsela la próxima vez que inicie sesión.
identity-passkey-renamed-notice = La llave de acceso tiene su nuevo nombre.
identity-passkey-remove = Quitar esta llave de acceso
identity-passkey-remove-what = Con esta llave ya no podrá iniciar sesión. Bórrela también en su dispositivo.
identity-passkey-remove-back = No. Puede añadir otra en cualquier momento.
identity-passkey-removed-notice = La llave de acceso está quitada.
identity-sessions = Dónde tiene sesión abierta
identity-session-this = esta
identity-session-began = Inicio: { $when }.
identity-session-seen = Último uso: { $when }.
identity-session-strong = Con una llave de acceso.
identity-session-end = Cerrar esa sesión
identity-session-ended-notice = Esa sesión está cerrada.
identity-sessions-end-others = Cerrar todas las demás sesiones
identity-others-ended-notice = Sus demás sesiones están cerradas.
identity-device = { $browser } en { $system }
identity-device-unknown = Navegador desconocido

# Acceso para programas.
identity-tokens = Acceso para programas
identity-tokens-none = Ningún programa tiene acceso
identity-token-what = Una clave de programa permite que un programa lea o cambie cosas en su nombre. Dele solo lo que necesita.
identity-token-add = Crear una clave
identity-token-new = Cree una clave de programa
identity-token-name = ¿Para qué programa es?
identity-token-name-hint = Por ejemplo, "Informe de la noche".
identity-token-scopes = ¿Qué puede hacer?
identity-token-scopes-hint = Cambiar incluye leer. La manera de iniciar sesión queda cerrada para programas.
identity-token-read = Leer: { $area }
identity-token-write = Cambiar: { $area }
identity-token-partnership = ¿Para qué alianza?
identity-token-all = Todas las mías
identity-token-last-day = Último día
identity-token-last-day-hint = Déjelo vacío para una clave que no termina.
identity-token-make = Crear la clave
identity-token-made = Su nueva clave de programa
identity-token-once = Cópiela ahora. Solo la mostramos esta vez.
identity-token-how = El programa la envía con cada petición:
identity-token-revoke = Retirar esta clave
identity-token-revoke-link = Retirar
identity-token-revoke-what = El programa que usa esta clave ya no tiene acceso.
identity-token-revoke-back = No. Puede crear otra clave en cualquier momento.
identity-token-revoked-notice = La clave está retirada.
token-area-account = su nombre y correo electrónico

# Invitaciones.
identity-invitation-title = Le invitan
identity-invitation-text = { $partnership } le ofrece una función por { $organization }: { $role }.
identity-invitation-as = Ha iniciado sesión como { $name }. Esta cuenta recibe la función.
identity-invitation-known = Hay una cuenta para { $email }. Inicie sesión y volverá aquí.
identity-invitation-new = Cree su cuenta para { $email }.
identity-invitation-other = Tengo una cuenta con otra dirección
identity-invitation-accept = Aceptar
identity-invitation-decline = No, gracias
identity-accepted-notice = Le damos la bienvenida. Su nueva función está lista.
identity-declined-notice = Dijo que no. Se lo dijimos a la alianza.
identity-role-coordinator = coordinación
identity-role-lead = dirección
identity-role-member = miembro
identity-role-steward = custodia de datos
identity-role-guest = persona invitada
event-invitation-sent = { $who } envió una invitación
event-invitation-accepted = { $who } se unió por { $organization }
event-invitation-declined = Se rechazó una invitación por { $organization }

# Correos.
identity-mail-greeting = Hola, { $name }:
identity-mail-greeting-plain = Hola:
identity-mail-open = Abrir la página
identity-mail-footer = Concord envió este correo de forma automática. Nunca pide su contraseña por correo.
identity-mail-choices = Elija qué correos recibe
identity-mail-recover-subject = Un enlace para su nueva contraseña
identity-mail-recover-text =
    Alguien pidió un enlace para una nueva contraseña de su cuenta. Si fue usted, abra el enlace y elija una. Sirve por 1 hora.

    Si no fue usted, no haga nada. Su contraseña sigue igual.
identity-mail-sign-in-subject = Su enlace para iniciar sesión
identity-mail-sign-in-text =
    Alguien dio la contraseña correcta de su cuenta, desde un lugar nuevo, mientras otros la adivinaban. Si fue usted, abra el enlace para seguir. Sirve por 15 minutos.

    Si no fue usted, alguien conoce su contraseña. No abra el enlace. Elija ahora una nueva contraseña.
identity-mail-new-address-subject = ¿Es esta su dirección?
identity-mail-new-address-text =
    Alguien quiere usar esta dirección para su cuenta. Si fue usted, abra el enlace. Sirve por 1 hora.

    Si no fue usted, no haga nada.
identity-mail-address-changed-subject = Su cuenta tiene un nuevo correo electrónico
identity-mail-address-changed-text =
    Su cuenta tiene ahora otro correo electrónico. Desde ahora los correos van allí.

    Si no fue usted, avise enseguida a quien coordina su alianza.
identity-mail-password-set-subject = Se cambió su contraseña
identity-mail-password-set-text =
    Su cuenta tiene una nueva contraseña.

    Si no fue usted, abra "No puedo iniciar sesión" en la página de inicio de sesión y elija otra.
identity-mail-passkey-added-subject = Se añadió una llave de acceso
identity-mail-passkey-added-text =
    Una nueva llave de acceso puede abrir su cuenta.

    Si no fue usted, quítela y cambie su contraseña.
identity-mail-passkey-removed-subject = Se quitó una llave de acceso
identity-mail-passkey-removed-text =
    Una de sus llaves de acceso ya no abre su cuenta.

    Si no fue usted, cambie su contraseña.
identity-mail-token-made-subject = Un programa recibió acceso
identity-mail-token-made-text =
    Una nueva clave permite que un programa actúe en su nombre.

    Si no fue usted, retire la clave y cambie su contraseña.
identity-mail-invited-subject = Únase a { $partnership }
identity-mail-invited-text =
    { $partnership } le invita a trabajar allí en conjunto, por { $organization }.

    Abra el enlace para ver lo que le piden y decir sí o no. Sirve por 7 días.
identity-mail-invited-note-subject = Únase a { $partnership }
identity-mail-invited-note-text =
    { $partnership } le invita a trabajar allí en conjunto, por { $organization }. Le escriben:

    { $note }

    Abra el enlace para ver lo que le piden y decir sí o no. Sirve por 7 días.
identity-mail-invitation-accepted-subject = Aceptaron su invitación
identity-mail-invitation-accepted-text =
    Alguien aceptó su invitación a { $partnership }.

# Qué está mal y cómo arreglarlo.
error-sign-in-wrong = El correo electrónico o la contraseña no son correctos. Revise los dos.
error-password-wrong = Esa no es su contraseña. Intente de nuevo.
error-password-short = Use { $least } caracteres o más
error-password-long = Use como máximo { $most } caracteres
error-password-common = Muchas personas usan esta contraseña. Elija una propia, por ejemplo unas palabras seguidas
error-password-personal = Está hecha de su nombre o su dirección. Elija algo que nadie pueda adivinar
error-password-pattern = Se repite o sigue el teclado. Elija unas palabras seguidas
error-email-taken = Ya hay una cuenta con esta dirección
error-scope-unknown = No hay un acceso llamado { $scope }
error-scope-required = Elija qué puede hacer el programa
error-last-day-past = Escriba { $today } o un día posterior
error-scope-form = Escriba el acceso como área y derecho, por ejemplo commitments:read
error-too-many-tries = Fallaron demasiados intentos. Espere { $seconds ->
    [one] 1 segundo
   *[other] { $seconds } segundos
 }, o use una llave de acceso o "No puedo iniciar sesión".
error-link-ended = Este enlace ya se usó o terminó su tiempo. Pida uno nuevo.
error-token-unknown = Esta clave es desconocida o terminó. Cree una nueva.
error-address-taken = Otra cuenta tiene esta dirección. Inicie sesión en ella o use otra dirección.
error-ceremony-ended = La llave de acceso no se usó a tiempo. Intente de nuevo.
error-passkey-refused = La respuesta de la llave de acceso no es correcta. Intente de nuevo o use otra.
error-passkeys-unavailable = Las llaves de acceso necesitan una dirección con nombre. Abra este sitio por su nombre.
error-full = Ya tiene { $most }. Quite una primero.
error-mail-unavailable = No se pudo enviar el correo. Lo intentamos de nuevo.
