export default function measures() {}
