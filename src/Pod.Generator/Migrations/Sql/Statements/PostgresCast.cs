using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Sql.Statements;

/// <summary>The way of a value into another type.</summary>
internal static class PostgresCast
{
    public static string Expression(string column, string type) => $"{PostgresIdentifier.Quote(column)}::{type}";
}
