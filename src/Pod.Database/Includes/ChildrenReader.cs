using Npgsql;
using Pod.Database.Execution.Results;

namespace Pod.Database.Includes;

/// <summary>Reads children and sorts them by the key of their parent.</summary>
internal sealed class ChildrenReader<TKey, TRelated>(RowShape<TRelated> shape, int keyOrdinal, ChildrenByKey<TKey, TRelated> children) : IResultReader<int>
    where TKey : struct, IEquatable<TKey>
    where TRelated : class
{
    public async ValueTask<int> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var count = 0;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var child = shape.Read(reader);
            children.Add(reader.GetFieldValue<TKey>(keyOrdinal), child);
            count++;
        }

        return count;
    }

    public long CountRows(int result) => result;
}
