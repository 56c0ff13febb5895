using System.Runtime.CompilerServices;
using Pod.Protocol;

namespace Pod.Database.Tests.Model;

public partial record Channel : ITableRow<long>
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public ChannelKind Kind { get; set; } = ChannelKind.Open;

    public List<string>? Topics { get; set; }

    public DateTime? CreatedAt { get; set; }

    public long? OwnerId { get; set; }

    public ChatUser? Owner { get; set; }

    public List<Message>? Messages { get; set; }

    public static ChannelTable Table { get; } = new();

    public static ChannelRepository Db { get; } = new(Table);

    public static ChannelInclude Include(ChatUserInclude? owner = null, MessageIncludeList? messages = null) => new(owner, messages);

    public virtual bool Equals(Channel? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

public enum ChannelKind
{
    Open,
    Archived,
}

public static class ChannelKindJson
{
    public static EnumCodec<ChannelKind> Codec { get; } = PodJson.EnumByName<ChannelKind>("ChannelKind", ["open", "archived"]);
}

public sealed class ChannelTable : Table<Channel, long>
{
    internal static readonly JsonCodec<List<string>> TopicsJson = PodJson.List(PodJson.String);

    private ChatUserTable? _owner;
    private ToManyRelation<MessageTable>? _messages;

    public ChannelTable()
        : this(null)
    {
    }

    internal ChannelTable(TableJoin? join)
        : base("channel", join)
    {
        Id = Add(new NumberColumn<long, long>(this, "id", hasDefault: true), static row => row.Id);
        Name = Add(new TextColumn<string>(this, "name"), static row => row.Name);
        Kind = Add(new EnumColumn<ChannelKind, ChannelKind>(this, "kind", ChannelKindJson.Codec), static row => row.Kind);
        Topics = Add(new JsonColumn<List<string>, List<string>?>(this, "topics", TopicsJson, nullable: true), static row => row.Topics);
        CreatedAt = Add(new DateTimeColumn<DateTime>(this, "createdAt", defaultsToNow: true), static row => row.CreatedAt);
        OwnerId = Add(new NumberColumn<long, long?>(this, "ownerId", nullable: true), static row => row.OwnerId);
    }

    public override NumberColumn<long, long> Id { get; }

    public TextColumn<string> Name { get; }

    public EnumColumn<ChannelKind, ChannelKind> Kind { get; }

    public JsonColumn<List<string>, List<string>?> Topics { get; }

    public DateTimeColumn<DateTime> CreatedAt { get; }

    public NumberColumn<long, long?> OwnerId { get; }

    public ChatUserTable Owner => _owner ??= new ChatUserTable(JoinTo("owner", OwnerId, "id"));

    public ToManyRelation<MessageTable> Messages => _messages ??= new(Id, static () => new MessageTable(), static table => table.ChannelId);

    protected override Func<Channel, Channel, Channel> KeepUnstored => static (stored, argument) =>
    {
        stored.Owner = argument.Owner;
        stored.Messages = argument.Messages;
        return stored;
    };

    public override Channel ReadRow(RowReader row) => new()
    {
        Id = row.Int64(0),
        Name = row.String(1),
        Kind = row.Enum(2, ChannelKindJson.Codec),
        Topics = row.JsonOrNull(3, TopicsJson),
        CreatedAt = row.DateTimeOrNull(4),
        OwnerId = row.Int64OrNull(5),
    };
}

public sealed class ChannelRepository(ChannelTable table) : Repository<Channel, long, ChannelTable, ChannelInclude>(table);

public sealed class ChannelInclude : Include<Channel>
{
    public ChannelInclude(ChatUserInclude? owner, MessageIncludeList? messages)
    {
        One(owner, static (ChannelTable t) => t.Owner, static (row, value) => row.Owner = value);
        Many(messages, static row => row.Id, static (MessageTable t) => t.ChannelId, static (row, list) => row.Messages = list);
    }
}
