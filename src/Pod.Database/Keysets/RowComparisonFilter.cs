using Pod.Database.SqlWriting;

namespace Pod.Database.Keysets;

/// <summary>Rows behind a row in an order of one direction: <c>(t0."name", t0."id") > ($1, $2)</c>.</summary>
internal sealed class RowComparisonFilter(KeysetKey[] keys, string[] values) : Filter
{
    internal override void Write(SqlWriter writer)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            writer.Write(i == 0 ? "(" : ", ").WriteColumn(keys[i].Column);
        }

        writer.Write(keys[0].IsDescending ? ") < " : ") > ");
        for (var i = 0; i < keys.Length; i++)
        {
            writer.Write(i == 0 ? "(" : ", ").Write(KeysetKey.Value(values[i]));
        }

        writer.Write(")");
    }
}
