using Pod.Schema;

namespace Pod.Database.Migrations.Integrity;

/// <summary>Parts of a schema as messages print them.</summary>
internal static class ColumnText
{
    public static string Of(ColumnSchema column) =>
        $"{column.Type}{(column.Nullable ? "" : " NOT NULL")}{(column.Default is null ? "" : $" with default {column.Default}")}";

    public static string Of(IndexSchema index)
    {
        var kind = index.Unique ? $"unique {index.Type}" : index.Type;
        var nulls = index.NullsDistinct ? "" : " with equal nulls";
        var operatorClass = index.OperatorClass is null ? "" : $" {index.OperatorClass}";
        var parameters = index.Parameters.Count == 0 ? "" : $" with {string.Join(", ", index.Parameters.Select(static item => $"{item.Name}={item.Value}"))}";
        var language = index.Language is null ? "" : $" in {index.Language}{(index.Weights.Count == 0 ? "" : $" weighted {string.Concat(index.Weights)}")}";
        var where = index.Where is null ? "" : $" where {index.Where}";
        return $"{kind} over {string.Join(", ", index.Columns)}{operatorClass}{language}{nulls}{parameters}{where}";
    }

    public static string Of(ForeignKeySchema key)
    {
        var timing = key.Deferrable == ConstraintTiming.NotDeferrable ? "" : $", {key.Deferrable}";
        return $"{string.Join(", ", key.Columns)} to {key.Table} ({string.Join(", ", key.References)}), onDelete {key.OnDelete}, onUpdate {key.OnUpdate}{timing}";
    }
}
