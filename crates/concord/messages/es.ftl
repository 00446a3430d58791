# Las páginas propias de la demostración.

demo-title = Condado de Riverbend, inventado
demo-short =
    Aquí todas las personas y todos los datos son inventados, salvo los conteos marcados como de HUD. Elija quién quiere ser.
    Nada de lo que haga sale de esta computadora.
demo-people = Entrar como
demo-sign-in = Entrar como { $name }
demo-mail-link = Leer el correo que no se envió
demo-role-coordinator = Coordinadora
demo-role-agency-lead = Responsable de una agencia
demo-role-program-manager = Gerente de programa
demo-role-front-line-worker = Trabajador de primera línea
demo-role-data-steward = Encargado de datos
demo-role-community-stakeholder = Representante de la comunidad
demo-does-coordinator = Mantiene el plan en marcha: qué está atrasado, qué está detenido, quién puede ayudar.
demo-does-agency-lead = Responde por una agencia: qué prometimos, si se cumple, si da resultado.
demo-does-program-manager = Dirige un servicio: promesas, fechas y los números que las respaldan.
demo-does-front-line-worker = Ayuda a la gente cada día, con el teléfono en la mano.
demo-does-data-steward = Cuida quién puede ver qué, y sabe decir por qué.
demo-does-community-stakeholder = Un residente con un lugar en la mesa.
demo-mail-title = Correo que no se envió
demo-mail-short =
    { $count ->
        [0] Todavía no hay correo. Cuando Concord escriba a alguien, se verá aquí.
        [one] 1 correo. En una instalación real se habría enviado.
       *[other] { $count } correos, los más recientes primero. En una instalación real se habrían enviado.
    }
demo-mail-to = Para { $to }
demo-mail-more =
    { $count ->
        [one] 1 correo anterior está en la carpeta de la demostración.
       *[other] { $count } correos anteriores están en la carpeta de la demostración.
    }
demo-mail-back = Elegir a otra persona
