using Pod.Database.SqlWriting;
using Pod.Schema.Sql;

namespace Pod.Database;

/// <summary>How a table was reached from another one through a to-one relation.</summary>
public sealed class TableJoin
{
    internal TableJoin(Table parent, string relation, Column localColumn, string foreignColumn)
    {
        Parent = parent;
        Relation = relation;
        LocalColumn = localColumn;
        QuotedForeignColumn = PostgresIdentifier.Quote(foreignColumn);
    }

    private TableJoin(Table parent)
    {
        Parent = parent;
        Relation = "";
        LocalColumn = parent.IdColumn;
        QuotedForeignColumn = "";
        IsExcluded = true;
    }

    /// <summary>Whether this is no join: the table stands for the row that an upsert brings.</summary>
    internal bool IsExcluded { get; }

    /// <summary>Whether rows may have no relative: their key is null, or it is the relative that has the key.</summary>
    internal bool IsOptional => ReferenceEquals(LocalColumn, Parent.IdColumn) || ((ISqlFragment)LocalColumn).IsNullable;

    internal Table Parent { get; }

    internal string Relation { get; }

    internal Column LocalColumn { get; }

    internal string QuotedForeignColumn { get; }

    internal static TableJoin Excluded(Table table) => new(table);
}
