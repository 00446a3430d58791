# Errors of what partners do together.
error-community-fields = Some fields need another value
