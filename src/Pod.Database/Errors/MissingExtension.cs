using Npgsql;

namespace Pod.Database.Errors;

/// <summary>Recognises errors whose cause is an extension that nobody installed.</summary>
internal static class MissingExtension
{
    private static readonly string[] VectorTypes = ["\"vector\"", "\"vector[]\"", "\"halfvec\"", "\"halfvec[]\"", "\"sparsevec\"", "\"sparsevec[]\""];
    private static readonly string[] BitOperators = ["<~>", "<%>"];

    public static ExtensionNotFoundException? Find(PostgresException error) => error.SqlState switch
    {
        // type "vector" does not exist; also "vector[]"
        SqlStates.UndefinedObject when VectorTypes.Any(error.MessageText.Contains) => Vector(error),
        // operator does not exist: bit <~> bit
        SqlStates.UndefinedFunction when BitOperators.Any(error.MessageText.Contains) => Vector(error),
        // extension "vector" is not available; before PostgreSQL 13: could not open extension control file ".../vector.control"
        SqlStates.FeatureNotSupported when error.MessageText.Contains("extension \"vector\"", StringComparison.Ordinal) => Vector(error),
        SqlStates.UndefinedFile when error.MessageText.Contains("vector.control", StringComparison.Ordinal) => Vector(error),
        _ => null,
    };

    private static ExtensionNotFoundException Vector(PostgresException error) => new(
        "vector",
        $"{error.MessageText}. The PostgreSQL extension 'vector' (pgvector 0.7 or newer) is missing. Install it on the database server (Debian: "
        + "package postgresql-<version>-pgvector; Docker: image pgvector/pgvector; hosted databases usually have it), then run "
        + "'CREATE EXTENSION vector' in this database.",
        error);
}
