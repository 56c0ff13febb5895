using System.Text;
using Pod.Database.Sql;

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

    /// <summary>Writes <c>, t0."priority"::text, t0."id"::text</c>. The text form holds any value exactly, and the database reads it back.</summary>
    public void WriteColumns(SqlWriter writer)
    {
        foreach (var key in _keys)
        {
            writer.Statement.Append(", t").Append(writer.Aliases.Of(key.Column)).Append('.').Append(key.Column.QuotedName).Append("::text");
        }
    }

    /// <summary>The rows behind the one that has these keys.</summary>
    public Filter After(string?[] values)
    {
        // An index serves the comparison of whole rows, which needs one direction and no nulls.
        if (_keys.All(key => !key.IsNullable && key.IsDescending == _keys[0].IsDescending))
        {
            return new RowComparisonFilter(_keys, values!);
        }

        var last = _keys.Length - 1;
        var after = _keys[last].Behind(values[last]);
        for (var i = last - 1; i >= 0; i--)
        {
            after = _keys[i].Behind(values[i]) | (_keys[i].With(values[i]) & after);
        }

        // The condition says it already, but only a bound that stands alone lets an index on the first key begin at the right place.
        return _keys[0].From(values[0]) is { } bound ? bound & after : after;
    }

    // With the direction of the last key, an index in one direction fits as a whole.
    private static bool LastDirection(OrderBy order) => !order.IsEmpty && order.Terms[^1].IsDescending;
}
