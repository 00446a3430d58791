# Búsqueda.
search-page = Buscar
search-short = Encuentra compromisos, metas, decisiones, riesgos, ideas, medidas, acuerdos, personas y más, en todas sus alianzas. Solo aparece lo que usted puede ver.
search-words = Palabras
search-kind = Qué
search-kind-all = Todo
search-in = Dónde
search-in-all = Todas mis alianzas
search-button = Buscar
search-count = { $count ->
    [0] No se encontró nada
    [one] Se encontró 1
   *[other] Se encontraron { $count }
 }
search-ask = ¿Qué busca?
search-ask-text = Escriba una o más palabras, o el comienzo de una. No importan los acentos ni las mayúsculas.
search-none-text = Pruebe con menos palabras o con el comienzo de una. Lo nuevo se encuentra unos segundos después de guardarlo.

# Qué está mal y cómo arreglarlo.
error-search-not-ready = La búsqueda aún no está lista. Intente de nuevo en un minuto.
