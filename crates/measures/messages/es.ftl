# Medidas: la lista.
measures-title = Medidas
measures-define = Agregar una medida
measures-import = Traer números de un archivo
measures-export = Descargar los datos (CSV)
measures-words = Palabras del nombre
measures-status = Estado
measures-kind = De qué habla
measures-organization = Quién responde por ella
measures-place = Lugar
measures-all = Todas
measures-list = Todas las medidas
measures-caption = Medidas, con el último número, la meta y cómo va cada una
measures-measure = Medida
measures-trend = Tendencia
measures-now = Ahora
measures-target = Meta
measures-start = Inicio (punto de partida)
measures-start-short = Inicio
measures-left = Lo que falta
measures-left-none = Logrado
measures-done-of = { $done } de { $all } hechos
measures-by = para { $by }
measures-target-by = { $amount } para { $by }
measures-hidden = Muy pocos para mostrar
measures-no-number = Todavía sin número
measures-under = Menos de { $limit }
measures-late = El próximo número se esperaba: { $due }
measures-in-use = Mostrar las medidas en uso
measures-out-of-use = Mostrar las medidas fuera de uso
measures-short-no-measures = Todavía no medimos nada.
measures-short-count = { $count ->
    [one] Seguimos { $count } medida.
   *[other] Seguimos { $count } medidas.
 }
measures-short-good = { $good } de las { $targeted } con meta van bien.
measures-short-off = { $count ->
    [one] { $count } va mal.
   *[other] { $count } van mal.
 }
measures-empty = Todavía no hay medidas
measures-empty-text = Las medidas muestran si las cosas mejoran. Agregue la primera o traiga números de un archivo.
measures-empty-filtered = Ninguna medida coincide
measures-empty-filtered-text = Pruebe con menos filtros.
measures-empty-retired = Ninguna medida está fuera de uso
measures-empty-retired-text = Aquí aparecen las medidas que ya no se cuentan. Sus números se conservan.
measures-spark = Últimos números: { $title }
measures-spark-text = De { $first } a { $last }.

# A qué sirve en el plan.
measures-serves = A qué sirve en el plan
measures-serves-none = Todavía no dice cómo va algo del plan.
measures-serves-title = Vincular al plan
measures-serves-text = Una medida dice cómo va una meta, un objetivo o una estrategia. Cada número nuevo la mueve por sí solo.
measures-serves-now = Vinculada ahora a
measures-serves-drop = Quitar
measures-serves-nothing = No hay nada en el plan a lo que usted pueda vincularla. Puede hacerlo la coordinación o quien dirige la organización responsable.
measures-serves-item = Parte del plan
measures-serves-item-hint = Puede vincularla a varias, una tras otra.
measures-serves-what = El avance y el estado siguen a esta medida y la nombran como motivo.
measures-serves-who = Todos los socios. Se ve en la actividad de la alianza.
measures-serves-back = Sí, puede quitarla cuando quiera.
measures-serves-submit = Vincular
measures-serves-notice = Está vinculada. Sus números ya cuentan en el plan.
measures-serves-not-notice = Ya no está vinculada allí.
measures-serves-goal = Meta
measures-serves-objective = Objetivo
measures-serves-strategy = Estrategia
measures-serves-milestone = Hito

# Cómo va una medida.
measures-status-reached = Meta lograda
measures-status-on-track = Va bien
measures-status-at-risk = En riesgo
measures-status-off-track = Va mal
measures-status-not-started = Sin empezar
measures-status-no-target = Sin meta

# Qué es una medida.
measures-kind-population = Cómo está la gente de nuestra zona
measures-kind-how-much = Cuánto hicimos
measures-kind-how-well = Qué tan bien lo hicimos
measures-kind-better-off = Si alguien está mejor
measures-direction = ¿Qué es mejor?
measures-direction-up = Más es mejor
measures-direction-down = Menos es mejor
measures-direction-neither = Ninguno: es bueno saberlo
measures-often = Cada cuánto
measures-frequency-year = Cada año
measures-frequency-quarter = Cada 3 meses
measures-frequency-month = Cada mes
measures-frequency-day = Por día
measures-periods-year = { $count ->
    [one] { $count } año
   *[other] { $count } años
 }
measures-periods-quarter = { $count ->
    [one] { $count } trimestre
   *[other] { $count } trimestres
 }
measures-periods-month = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
 }
measures-periods-day = { $count ->
    [one] { $count } día
   *[other] { $count } días
 }
measures-quarter-1 = ene a mar de { $year }
measures-quarter-2 = abr a jun de { $year }
measures-quarter-3 = jul a sep de { $year }
measures-quarter-4 = oct a dic de { $year }
measures-quarter-label = T{ $quarter }
measures-finality = ¿Es definitivo?
measures-finality-first = Primer conteo
measures-finality-final = Definitivo
measures-unit = Qué cuentan los números
measures-unit-number = Número
measures-unit-people = Personas
measures-unit-households = Hogares
measures-unit-beds = Camas
measures-unit-hours = Horas
measures-unit-days = Días
measures-unit-percent = Por ciento
measures-unit-per-1000 = Por cada 1,000 personas
measures-unit-per-100000 = Por cada 100,000 personas
measures-unit-dollars = Dólares
measures-unit-points = Puntos
measures-amount-number = { $number }
measures-amount-people = { $count ->
    [one] { $number } persona
   *[other] { $number } personas
 }
measures-amount-households = { $count ->
    [one] { $number } hogar
   *[other] { $number } hogares
 }
measures-amount-beds = { $count ->
    [one] { $number } cama
   *[other] { $number } camas
 }
measures-amount-hours = { $count ->
    [one] { $number } hora
   *[other] { $number } horas
 }
measures-amount-days = { $count ->
    [one] { $number } día
   *[other] { $number } días
 }
measures-amount-percent = { $number }%
measures-amount-per-1000 = { $number } por cada 1,000
measures-amount-per-100000 = { $number } por cada 100,000
measures-amount-dollars = ${ $number }
measures-amount-points = { $count ->
    [one] { $number } punto
   *[other] { $number } puntos
 }

# Qué dicen los números.
measures-short-now = El último número es { $amount }, para { $period }.
measures-short-hidden = El último número es muy pequeño para mostrarlo. Representa a menos de { $limit }, y los números pequeños pueden señalar a personas.
measures-short-none = Todavía no hay ningún número.
measures-short-start = Era de { $amount } al inicio, en { $period }.
measures-short-target = La meta es { $amount } para { $by }.
measures-short-reached = La meta está lograda.
measures-short-on-plan = Estamos donde el plan espera.
measures-short-ahead = Llevamos { $amount } de ventaja sobre el plan.
measures-short-behind = Llevamos { $amount } de retraso frente al plan.
measures-title-none = Todavía sin números
measures-title-one = Un número hasta ahora: { $period }
measures-title-better = Mejor en { $times } de los últimos { $periods }
measures-title-worse = Peor en { $times } de los últimos { $periods }
measures-title-higher = Más alto en { $times } de los últimos { $periods }
measures-title-lower = Más bajo en { $times } de los últimos { $periods }
measures-title-unclear = Sin un cambio claro en los últimos { $periods }
measures-title-better-than = Mejor que en { $period }
measures-title-worse-than = Peor que en { $period }
measures-title-higher-than = Más alto que en { $period }
measures-title-lower-than = Más bajo que en { $period }
measures-title-same-than = Igual que en { $period }
measures-picture-falls = La línea baja de { $first } en { $from } a { $last } en { $to }.
measures-picture-rises = La línea sube de { $first } en { $from } a { $last } en { $to }.
measures-picture-stays = La línea empieza con { $first } en { $from } y termina con { $last } en { $to }.
measures-picture-one = Un número: { $amount } en { $period }.
measures-picture-highest = El número más alto es { $amount }, en { $period }.
measures-picture-lowest = El número más bajo es { $amount }, en { $period }.
measures-pace = Si mantenemos este ritmo
measures-pace-how = Cómo lo calculamos
measures-pace-outlook = Al ritmo de los últimos { $periods } llegamos a unos { $amount } para { $by }.
measures-pace-spare = Eso supera la meta de { $target } por { $amount }.
measures-pace-short = Faltarían { $amount } para la meta de { $target }.
measures-pace-just = Eso es justo la meta de { $target }.
measures-pace-fell = En los últimos { $periods } el número bajó { $amount } cada vez, en promedio.
measures-pace-rose = En los últimos { $periods } el número subió { $amount } cada vez, en promedio.
measures-pace-left = Quedan { $periods }: { $left } por { $step } son { $total }.
measures-pace-minus = { $value } menos { $total } son { $reached }.
measures-pace-plus = { $value } más { $total } son { $reached }.
measures-pace-bounded = No puede pasar de { $amount }.

# La página de una medida.
measures-enter = Agregar el próximo número
measures-enter-first = Agregar el primer número
measures-change = Cambiar la medida
measures-retired = Fuera de uso desde el { $when }: { $why }
measures-restore = Volver a usarla
measures-next-late = El próximo número se esperaba el { $date } ({ $due }).
measures-chart-below = { $unit }. { $frequency }. { $direction }.
measures-legend-observed = Lo que pasó
measures-legend-planned = Camino planeado
measures-no-numbers = Todavía sin números
measures-no-numbers-text = La tendencia aparece aquí cuando haya un número.
measures-all-numbers = Todos los números
measures-numbers-caption = { $title }, primero lo más nuevo
measures-period = Período
measures-plan = Plan
measures-note = Nota
measures-numerator = Lo que se cuenta
measures-denominator = De un total de
measures-ratio = { $numerator }, de un total de { $denominator }
measures-corrected = { $count ->
    [one] Corregido una vez
   *[other] Corregido { $count } veces
 }
measures-about-heading = Sobre esta medida
measures-about = Qué cuenta
measures-counted = Cómo se cuenta
measures-source = De dónde viene
measures-often-due = { $often }. Se espera { $days ->
    [one] { $days } día
   *[other] { $days } días
 } después del final.
measures-limits = Límites conocidos
measures-small-count = Números pequeños
measures-rule = Los conteos menores de { $limit } no se muestran, para proteger a las personas.
measures-code = Código para archivos
measures-keeper = Quién la lleva
measures-seen = Quién puede verla
measures-seen-text = Todos en esta alianza. No está en una página pública.
measures-now-in = { $amount } en { $period }.
measures-target-is = La meta es { $amount } para { $by }.
measures-back-to-list = Volver a las medidas

# Formularios.
measures-define-short = Diga qué quiere ver mejorar y cómo lo sabrá.
measures-change-short = Los números quedan como están. Diga qué cambió de la medida.
measures-define-submit = Agregar la medida
measures-change-submit = Guardar el cambio
measures-defined-notice = La medida está lista. Ahora agregue su primer número.
measures-changed-notice = El cambio está guardado.
measures-who-and-where = Quién y dónde
measures-start-and-targets = Inicio y metas
measures-exactly = Con exactitud
measures-nobody = Nadie
measures-field-title = Nombre
measures-field-title-hint = Corto y claro, como «Días desde el primer contacto hasta la mudanza».
measures-field-about-hint = Una o dos frases que cualquiera entienda.
measures-field-organization-hint = Esta organización agrega y corrige los números.
measures-field-keeper-hint = A esta persona se le pide el próximo número. Debe trabajar para esa organización.
measures-field-due-days = Días hasta que se espera el número
measures-field-due-days-hint = Contados desde el final del período, como 15. Déjelo vacío si nadie lo espera.
measures-field-source-hint = Como «Formulario de ingreso y registros de vivienda».
measures-field-place = Código del lugar
measures-field-place-hint = Como MO-501 o 29510. Déjelo vacío si es toda la alianza.
measures-field-place-name = Nombre del lugar
measures-field-baseline-period = Inicio: período
measures-field-baseline-hint = Deje los dos vacíos para partir del primer número.
measures-field-baseline-value = Inicio: número
measures-field-target = Meta { $number }
measures-field-target-by = Para cuándo
measures-field-target-value = Número
measures-field-numerator-hint = Como «Hogares que se mudaron».
measures-field-denominator-hint = Como «Hogares que pidieron ayuda».
measures-field-limits-hint = Lo que queda fuera o no es seguro.
measures-field-small-count-hint = Los conteos de personas menores que esto no se muestran. Con 0 se apaga.
measures-field-code-hint = Los archivos conocen la medida por este código. Lo hacemos a partir del nombre.
measures-retire = Dejar de usarla
measures-retire-what = La medida sale de la lista. Ya no se piden sus números.
measures-retire-who = Todos los que miran la medida ven por qué.
measures-retire-back = Sí. Todos los números se conservan y usted puede volver a usar la medida.
measures-retire-submit = Dejar de usarla
measures-retire-why-hint = Como «El nuevo formulario de ingreso lo cuenta mejor».
measures-retired-notice = La medida está fuera de uso.
measures-restored-notice = La medida está otra vez en uso.
measures-why = Por qué
measures-value = Número
measures-value-counts = Los números cuentan: { $unit }.
measures-field-value-hint = Como 84 o 1,250.5.
measures-field-period-hint-year = Un año, como 2026.
measures-field-period-hint-quarter = Un trimestre, como 2026-T1.
measures-field-period-hint-month = Un mes, como 2026-03.
measures-field-period-hint-day = Un día, como 2026-03-15.
measures-field-people = Cuántas personas u hogares hay detrás
measures-field-people-hint = Los números que representan a muy pocas personas no se muestran.
measures-field-note-hint = Lo que conviene saber de este número. Aparece debajo del gráfico.
measures-enter-submit = Agregar el número
measures-entered-notice = El número está guardado.
measures-number = Número
measures-history = Lo que era y lo que es
measures-by-system = Tomado de un archivo
measures-correct = Corregir este número
measures-correct-text = El número anterior queda en la historia, con su motivo.
measures-correct-submit = Guardar la corrección
measures-corrected-notice = La corrección está guardada. El número anterior queda en la historia.
measures-field-why-hint = Como «Dos organizaciones enviaron tarde sus listas».
measures-back = Volver a la medida

# Numbers that were taken back.
measures-withdraw = Retirar este número
measures-withdraw-what = El número sale de la gráfica, de las conclusiones y de las descargas. Queda en el historial, marcado como retirado.
measures-withdraw-who = Todas las personas que vean la medida ven que se retiró, y por qué.
measures-withdraw-back = Sí. Puede volver a poner el número como estaba, o poner el número correcto.
measures-withdraw-submit = Retirarlo
measures-withdraw-why-hint = Por ejemplo: «Contaba dos veces a las mismas personas».
measures-withdrawn = Retirado
measures-withdrawn-why = Retirado el { $when }: { $why }
measures-withdrawn-notice = El número se retiró.
measures-enter-right = Poner el número correcto
measures-reinstate = Volver a ponerlo como estaba
measures-reinstated-notice = El número volvió a quedar como estaba.

# The story behind the curve.
measures-story = La historia detrás de la curva
measures-story-short = Diga con palabras sencillas qué mueve este número y qué hacen ustedes al respecto.
measures-story-helps = Lo que ayuda
measures-story-slows = Lo que nos frena
measures-story-next = Lo que haremos ahora
measures-story-line-hint = Un punto en cada línea.
measures-story-next-hint = Un punto en cada línea. Haga un compromiso de cada uno, para que se cumpla.
measures-story-signed = Escrito por { $who } el { $when }.
measures-story-tell = Escribir la historia
measures-story-submit = Guardar la historia
measures-story-history = Lo que se escribió antes
measures-story-none = Nadie ha escrito todavía qué hay detrás de estos números.
measures-story-notice = La historia se guardó.

# Números de archivos.
measures-import-title = Números de un archivo
measures-import-short = Envíe una tabla, mire lo que leímos y después tómela. Nada cambia antes de que usted lo diga.
measures-import-file = Archivo
measures-import-file-hint = Un archivo CSV de hasta 20 megabytes. En Excel: Archivo, Guardar como, CSV UTF-8.
measures-import-send = Enviar el archivo
measures-imports = Archivos enviados
measures-imports-empty = Todavía no hay archivos
measures-imports-empty-text = Aquí aparecen los archivos con el resultado de cada uno.
measures-import-when = Enviado
measures-import-result = Resultado
measures-import-state-draft = Le espera a usted
measures-import-state-waiting = En espera
measures-import-state-done = Tomado
measures-import-state-failed = No tomado
measures-import-state-dropped = Descartado
measures-import-draft = Todavía no se tomó nada. Mire el resultado, cambie cómo leemos el archivo y después tome los números.
measures-import-waiting = Paso 2 de 2: tomamos los números. Puede irse; el resultado estará aquí.
measures-import-failed = No se tomó nada de este archivo. La lista dice por qué.
measures-import-dropped = Este archivo se descartó.
measures-import-dropped-notice = El archivo se descartó. No se tomó nada.
measures-import-counted = Nuevos: { $added }. Corregidos: { $revised }. Iguales que antes: { $unchanged }.
measures-import-check = Revisar otra vez
measures-import-start = Tomar estos números
measures-import-drop = Descartar el archivo
measures-import-how = Cómo leerlo
measures-import-look = Mirar otra vez
measures-import-layout = Formato
measures-import-layout-hint = Cómo está hecha la tabla.
measures-layout-hud-pit = Conteo de HUD en una noche: una columna por medida y año
measures-layout-wide = Una columna por año, trimestre o mes
measures-layout-long = Una fila por número
measures-layout-county-unemployment = Desempleo por condado: id y rate
measures-layout-county-population = Población por condado, del Censo
measures-import-only = Solo estos lugares
measures-import-only-hint = Códigos separados por comas, como MO-501. Déjelo vacío para tomar todos.
measures-import-organization-hint = Para las medidas nuevas. Quien coordina puede dejarlo vacío.
measures-import-period-hint = Solo si el archivo no lo dice. Como 2018.
measures-import-columns = ¿Qué es cada columna?
measures-import-no-column = Ninguna
measures-import-prefix = Letras antes del año en los nombres de columna
measures-import-prefix-hint = Como POPESTIMATE en POPESTIMATE2019.
measures-import-measure = Nombre de la medida, si ninguna columna lo tiene
measures-import-measure-hint = Si el archivo trata de una sola medida y no la nombra.
measures-import-rest = Tomar las filas correctas y dejar fuera las demás
measures-import-rest-hint = Sin esto, un archivo con una fila mala no se toma.
measures-import-first-rows = Las primeras filas del archivo
measures-import-why = Corregido por el archivo { $file }
measures-part-period = Columna del período
measures-part-month = Columna del mes, si el período es solo un año
measures-part-quarter = Columna del trimestre, si el período es solo un año
measures-part-value = Columna del número
measures-part-measure = Columna del código de la medida
measures-part-measure-name = Columna del nombre de la medida
measures-part-place = Columna del código del lugar
measures-part-place-name = Columna del nombre del lugar
measures-part-numerator = Columna de lo que se cuenta
measures-part-denominator = Columna del total
measures-part-status = Columna que dice si es primer conteo o definitivo
measures-part-note = Columna de la nota
measures-part-unit = Columna de la unidad
measures-report = El resultado
measures-report-would = El resultado que tendría
measures-report-rows = Filas leídas
measures-report-added = Números nuevos
measures-report-revised = Números corregidos
measures-report-unchanged = Iguales que antes
measures-report-refused = Problemas
measures-report-refused-heading = Lo que no pudimos tomar
measures-report-warnings = { $count ->
    [one] { $count } cosa que conviene saber
   *[other] { $count } cosas que conviene saber
 }
measures-report-warnings-caption = Cosas que conviene saber
measures-report-more = { $count ->
    [one] Y { $count } más. El informe en archivo los tiene todos.
   *[other] Y { $count } más. El informe en archivo los tiene todos.
 }
measures-report-file = El informe en archivo (JSON)
measures-report-row = Fila
measures-report-column = Columna
measures-report-value = Qué dice
measures-report-what = Qué hacer
measures-about-hud-pit = Se cuenta en una noche de los últimos diez días de enero, en refugios y en la calle. Algunos años no se vuelve a contar a quienes no tienen refugio.
measures-about-county-unemployment = Personas sin trabajo que lo buscan, entre todas las que trabajan o buscan trabajo.
measures-about-county-population = Estimación de la Oficina del Censo para el 1 de julio de cada año.

# Lo que se encontró en un archivo.
measures-found-file-empty = El archivo está vacío. Guárdelo otra vez con sus filas y envíelo.
measures-found-file-too-large = El archivo es muy grande. Envíe como máximo { $megabytes } megabytes o divídalo.
measures-found-not-text = Esto no es una tabla de texto. Guárdela como CSV y envíe ese archivo.
measures-found-workbook = Esto es un libro de Excel. En Excel elija Archivo, Guardar como, CSV UTF-8, y envíe ese archivo.
measures-found-too-many-columns = Hay más de { $most } columnas. Divida la tabla.
measures-found-too-many-rows = Hay más de { $most } filas. Divida la tabla.
measures-found-quote-not-closed = En esta fila se abren comillas que no se cierran. Ciérrelas o quítelas.
measures-found-no-rows = Hay un encabezado y ninguna fila debajo. Guarde otra vez el archivo con sus filas.
measures-found-column-missing = No hay una columna «{ $expected }». El archivo tiene: { $have }. Elija el formato correcto o diga qué columna es.
measures-found-column-twice = Dos columnas tienen este nombre. Cambie el nombre de una.
measures-found-no-period-columns = Ningún nombre de columna tiene un año u otro período, como { $like }. Elija otro formato o diga qué hay antes del año.
measures-found-only-not-found = Ninguna fila tiene este código. Los códigos del archivo son como { $near }.
measures-found-row-too-long = La fila tiene { $cells } celdas y el encabezado { $columns }. Ponga entre comillas el texto con comas.
measures-found-row-short = La fila tiene { $cells } celdas y el encabezado { $columns }. Las que faltan se leyeron como vacías.
measures-found-cell-too-long = El texto tiene más de { $most } caracteres. Acórtelo.
measures-found-control-character = Hay un carácter que no es texto. Quítelo.
measures-found-place-missing = La fila no dice de qué lugar habla. Escriba el código.
measures-found-place-wrong = Esto no es un código de lugar. Escriba uno como { $like }.
measures-found-measure-missing = No se dice qué se mide. Nombre la medida o diga qué columna la nombra.
measures-found-period-missing = La fila no dice cuándo. Escriba un año, trimestre, mes o día.
measures-found-period-wrong = Esto no es un período. Escríbalo como 2024, 2024-T1, 2024-03 o 2024-03-15.
measures-found-period-mixed = { $period } es más largo o más corto que los otros períodos de esta medida. Use una sola duración por medida.
measures-found-number-wrong = Esto no es un número. Escriba solo cifras o deje la celda vacía.
measures-found-number-comma = Hay una coma que no separa miles. Escriba 12.5 con punto.
measures-found-number-too-long = El número tiene demasiadas cifras. Revise que no sea un código.
measures-found-count-wrong = Un conteo es un número entero desde 0. Revise este.
measures-found-percent-mixed = Algunos números tienen el signo de por ciento y otros no, o la unidad no es por ciento. Escriba todos igual.
measures-found-rate-out-of-range = Una tasa está entre 0 y 1, como .097 para 9.7%. Revise esta.
measures-found-unit-wrong = No conocemos esta unidad. Use una de estas: { $units }.
measures-found-status-wrong = Escriba «first» o «final», o deje la celda vacía.
measures-found-number-conflict = La fila { $first_row } tiene otro número para la misma medida, lugar y período ({ $period }). Deje uno.
measures-found-number-twice = La fila { $first_row } dice lo mismo. Se leyó una vez.
measures-found-read-as-windows-1252 = El archivo no es UTF-8. Lo leímos como texto de Windows. Revise los nombres con acentos.
measures-found-columns-left-out = { $count ->
    [one] Se dejó fuera { $count } columna: { $columns }.
   *[other] Se dejaron fuera { $count } columnas, como { $columns }.
 }
measures-found-rows-left-out = { $count ->
    [one] { $count } fila habla de otro lugar y se dejó fuera, como usted pidió.
   *[other] { $count } filas hablan de otros lugares y se dejaron fuera, como usted pidió.
 }
measures-found-row-is-note = Esta fila es un total o una nota. Se dejó fuera.
measures-found-row-flagged = Quien lo publica marca esta fila como dudosa.
measures-found-cells-blank = { $count ->
    [one] { $count } celda vacía se leyó como «sin número».
   *[other] { $count } celdas vacías se leyeron como «sin número». Esta es la primera.
 }
measures-found-not-available = El archivo dice que aquí no hay número.
measures-found-suppressed = Quien lo publica retiene este número. Aquí no hay número.
measures-found-name-made = No tenemos palabras para esta columna. La medida se llama «{ $name }».
measures-found-period-assumed = El archivo no dice su año. Quien lo publica dice { $period }, y ese se tomó. Dé el período si es otro.
measures-found-and-more = Hay más de { $most } de estos. Arregle los primeros y pruebe otra vez.
measures-found-not-yours = Otra organización responde por «{ $measure }», o ninguna. Elija su propia organización o pregunte a quien coordina.
measures-found-frequency-differs = «{ $measure }» tiene números de períodos más largos o más cortos. Revise los períodos del archivo.
measures-found-unit-differs = «{ $measure }» cuenta otra cosa. Revise la unidad.
measures-found-out-of-use = «{ $measure }» está fuera de uso. Vuelva a usarla primero.
measures-found-name-too-long = El nombre o el código de «{ $measure }» es muy largo. Acórtelo.
measures-found-withdrawn = «{ $measure }» tenía este número para { $period }, y se retiró. Se dejó fuera. Póngalo a mano si es correcto.

# Mi trabajo y el resumen.
measures-owed = Números que se esperan de usted
measures-owed-item = Agregar el próximo número: { $title }
measures-news = Números nuevos
measures-news-item = { $amount } para { $period }. { $partnership }
measures-agenda = Medidas con problemas
measures-overview = Cómo van nuestras medidas

# El registro.
event-measure-defined = { $who } agregó la medida «{ $title }»
event-measure-changed = { $who } cambió la medida «{ $title }»
event-measure-retired = { $who } dejó fuera de uso la medida «{ $title }»
event-measure-restored = { $who } volvió a usar la medida «{ $title }»
event-number-entered = { $who } agregó un número a «{ $title }»
event-number-corrected = { $who } corrigió un número de «{ $title }»: { $why }
event-number-withdrawn = { $who } retiró un número de «{ $title }»: { $why }
event-number-reinstated = { $who } volvió a poner un número de «{ $title }» como estaba
event-measure-story-told = { $who } escribió qué hay detrás de «{ $title }»
event-measures-file-sent = { $who } envió el archivo { $file }
event-measures-import-started = { $who } dijo que se tome el archivo { $file }
event-measures-imported = Llegaron números del archivo { $file }: { $added } nuevos, { $revised } corregidos
event-measures-import-refused = No se tomó nada del archivo { $file }
event-measures-file-dropped = { $who } descartó un archivo

# Lo que está mal.
error-measure-not-yours = Solo puede hacerlo quien coordina o la organización que responde por esta medida.
error-measure-missing = Aquí no hay tal medida.
error-number-missing = No hay un número para este período.
error-period-taken = Ya hay un número para este período. Corrija ese
error-period-no-year = Escriba un año, como 2026
error-period-no-quarter = Escriba un trimestre, como 2026-T1
error-period-no-month = Escriba un mes, como 2026-03
error-period-no-day = Escriba un día, como 2026-03-15
error-period-in-future = Escriba un período que ya empezó
error-period-unknown = Escriba un período, como 2026, 2026-T1, 2026-03 o 2026-03-15
error-number-comma = Escriba 12.5 con punto, no con coma
error-number-too-long = Escriba un número con menos cifras
error-number-too-large = Escriba como máximo { $most }
error-number-not-positive = Escriba un número mayor que 0
error-number-unchanged = El número ya es este. Escriba otro
error-number-why-missing = Diga por qué cambia el número
error-number-not-withdrawn = Este número no se retiró, o ya está de vuelta
error-story-empty = Escriba al menos un punto
error-story-unchanged = Esto ya está escrito. Cambie algo o regrese
error-target-twice = Hay dos metas para { $by }. Cambie una de las fechas
error-target-before-baseline = La meta para { $by } está antes del inicio. Elija una fecha posterior
error-too-many-targets = Escriba como máximo { $most } metas
error-target-half = Dé a cada meta una fecha y un número
error-frequency-fixed = Ya hay números, así que esto no puede cambiar. Agregue una medida nueva
error-measure-code-taken = Una medida tiene el código { $code } en este lugar. Elija otro
error-measure-organization-missing = Elija una organización de la lista
error-measure-keeper-missing = Elija a una persona que trabaje para la organización que responde por la medida
error-code-empty = Escriba un código con letras o cifras
error-place-code-missing = Escriba también el código del lugar
error-measure-retired = Esta medida está fuera de uso. Vuelva a usarla primero.
error-measure-not-retired = Esta medida está en uso.
error-import-missing = Aquí no hay tal archivo.
error-import-closed = Este archivo ya se tomó o se descartó. Envíelo otra vez.
error-import-file-missing = Elija un archivo
error-import-file-empty = Este archivo está vacío. Elija otro

# Lo que encuentra la búsqueda.
find-measure = Medida

measures-public = Nuestros números
