# Errores de lo que los socios hacen juntos.
error-community-fields = Hay campos que necesitan otro valor
