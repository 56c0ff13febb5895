using Pod.Database.Columns.Storage;
using Pod.Database.Sql;

namespace Pod.Database.Filters;

/// <summary>Rows whose id and concurrency token stand side by side in two arrays.</summary>
internal sealed class TokensFilter(ISqlFragment id, ParameterSource ids, ISqlFragment token, ParameterSource tokens) : Filter
{
    internal override void Write(SqlWriter writer)
        => writer.Write("(").Write(id).Write(", ").Write(token).Write(") IN (SELECT * FROM unnest(")
            .WriteParameter(ids).Write(",").WriteParameter(tokens).Write("))");
}
