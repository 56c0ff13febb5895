// PostgreSQL with pgvector on a free port of the loopback device. Says "listening <port>" and lives as long as its standard input.
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

const db = await PGlite.create({ extensions: { vector } })
const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0 })
await server.start()
console.log('listening ' + server.getServerConn().split(':').pop())

process.stdin.resume()
process.stdin.on('end', () => process.exit(0))
