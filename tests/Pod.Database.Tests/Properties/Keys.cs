using FsCheck;
using FsCheck.Fluent;
using Pod.Database.Tests.Model;

namespace Pod.Database.Tests.Properties;

/// <summary>A key of an order in both worlds.</summary>
internal sealed record Keys(string Text, Func<MessageTable, SqlExpression> Column, Func<World, Message, IComparable?> Value, bool IsDescending, bool? NullsFirst)
{
    private static readonly (string Text, Func<MessageTable, SqlExpression> Column, Func<World, Message, IComparable?> Value)[] All =
    [
        ("AuthorId", t => t.AuthorId, (w, m) => m.AuthorId),
        ("ReplyToId", t => t.ReplyToId, (w, m) => m.ReplyToId),
        ("EditedAt", t => t.EditedAt, (w, m) => m.EditedAt),
        ("Author.Name", t => t.Author.Name, (w, m) => w.User(m.AuthorId)!.Name),
        ("Channel.OwnerId", t => t.Channel.OwnerId, (w, m) => w.Channel(m.ChannelId)!.OwnerId),
        ("Channel.Owner.Name", t => t.Channel.Owner.Name, (w, m) => w.User(w.Channel(m.ChannelId)!.OwnerId)?.Name),
        ("ReplyTo.EditedAt", t => t.ReplyTo.EditedAt, (w, m) => w.Message(m.ReplyToId)?.EditedAt),
    ];

    public static Gen<Keys[]> Order { get; } = Gen.Choose(1, 3).SelectMany(count =>
        (from key in Gen.Elements(All)
         from isDown in Gen.Elements(true, false)
         from nulls in Gen.Elements<bool?>(null, true, false)
         select new Keys(key.Text, key.Column, key.Value, isDown, nulls)).ListOf(count).Select(keys => keys.ToArray()));

    public OrderTerm Term(MessageTable table)
    {
        var term = IsDescending ? Column(table).Desc() : Column(table).Asc();
        return NullsFirst switch { null => term, true => term.NullsFirst(), false => term.NullsLast() };
    }

    public int Compare(World world, Message left, Message right)
    {
        var (first, second) = (Value(world, left), Value(world, right));
        if (first is null || second is null)
        {
            var nulls = (NullsFirst ?? IsDescending) ? -1 : 1;
            return first is null ? (second is null ? 0 : nulls) : -nulls;
        }

        return first.CompareTo(second) * (IsDescending ? -1 : 1);
    }

    public override string ToString() => $"{Text} {(IsDescending ? "desc" : "asc")} nulls {NullsFirst}";
}
