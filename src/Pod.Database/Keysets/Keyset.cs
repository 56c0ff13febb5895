using System.Text;
using Pod.Database.SqlWriting;

namespace Pod.Database.Keysets;

/// <summary>The keys of an order that gives every row a place of its own: it ends with the id.</summary>
internal sealed class Keyset
{
    private readonly KeysetKey[] _keys;

    private Keyset(KeysetKey[] keys, OrderBy order, string signature)
    {
        _keys = keys;
        Order = order;
        Signature = signature;
    }

    public OrderBy Order { get; }

    /// <summary>What a cursor of this order has to fit: <c>ticket|ticket.priority desc nulls first|ticket.id asc nulls last</c>.</summary>
    public string Signature { get; }

    public int Count => _keys.Length;

    /// <summary>Appends the id, unless it is a key already; what stands behind it would decide nothing.</summary>
    public static Keyset Of(Table table, OrderBy order)
    {
        var terms = new List<OrderTerm>();
        var keys = new List<KeysetKey>();
        var signature = new StringBuilder(table.TableName);
        foreach (OrderTerm term in (IEnumerable<OrderTerm>)[.. order, new OrderTerm(table.IdColumn, isDescending: LastDirection(order))])
        {
            var key = KeysetKey.Of(term);
            terms.Add(term);
            keys.Add(key);
            signature.Append('|').Append(key.Signature);
            if (key.Column == table.IdColumn)
            {
                break;
            }
        }

        return new([.. keys], OrderBy.Create([.. terms]), signature.ToString());
    }

    /// <summary>Writes <c>, t0."priority"::text AS k0, t0."id"::text AS k1</c>. The text form holds any value exactly, and the database reads it back.</summary>
    public void WriteColumns(SqlWriter writer)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            var column = _keys[i].Column;
            writer.Statement.Append(", t").Append(writer.Aliases.Of(column)).Append('.').Append(column.QuotedName).Append("::text AS k").Append(i);
        }
    }

    /// <summary>
    /// The rows behind the one that has these keys, as ranges in their order; each is one stretch of an index that fits the order. Behind (a, b) come
    /// the rows with the same a and a later b, then those with a later a.
    /// </summary>
    public List<Filter> After(string?[] values)
    {
        // In one direction and without nulls, PostgreSQL compares whole rows.
        if (_keys.All(key => !key.IsNullable && key.IsDescending == _keys[0].IsDescending))
        {
            return [new RowComparisonFilter(_keys, values!)];
        }

        var ranges = new List<Filter>();
        for (var i = _keys.Length - 1; i >= 0; i--)
        {
            var same = _keys.Take(i).Select((key, position) => key.With(values[position])).ToList();
            ranges.AddRange(_keys[i].Behind(values[i]).Select(range => Filter.All([.. same, range])));
        }

        return ranges;
    }

    // With the direction of the last key, an index in one direction fits as a whole.
    private static bool LastDirection(OrderBy order) => !order.IsEmpty && order.Terms[^1].IsDescending;
}
