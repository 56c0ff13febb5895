using System.Runtime.CompilerServices;

namespace Pod.Database.Tests.Model;

public partial record Message : ITableRow<long>
{
    public long Id { get; set; }

    public long ChannelId { get; set; }

    public Channel? Channel { get; set; }

    public long AuthorId { get; set; }

    public ChatUser? Author { get; set; }

    public long? ReplyToId { get; set; }

    public Message? ReplyTo { get; set; }

    public required string Text { get; set; }

    public DateTime? EditedAt { get; set; }

    public string? Draft { get; set; }

    public static MessageTable Table { get; } = new();

    public static MessageRepository Db { get; } = new(Table);

    public static MessageInclude Include(ChannelInclude? channel = null, ChatUserInclude? author = null, MessageInclude? replyTo = null)
        => new(channel, author, replyTo);

    public static MessageIncludeList IncludeList(
        Func<MessageTable, Filter>? where = null,
        Func<MessageTable, OrderBy>? orderBy = null,
        int? limit = null,
        int? offset = null,
        MessageInclude? include = null)
        => new(where, orderBy, limit, offset, include);

    public virtual bool Equals(Message? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

public sealed class MessageTable : Table<Message, long>
{
    private ChannelTable? _channel;
    private ChatUserTable? _author;
    private MessageTable? _replyTo;
    private ToManyRelation<MessageTable>? _replies;

    public MessageTable()
        : this(null)
    {
    }

    internal MessageTable(TableJoin? join)
        : base("message", join)
    {
        Id = Add(new NumberColumn<long, long>(this, "id", hasDefault: true), static row => row.Id);
        ChannelId = Add(new NumberColumn<long, long>(this, "channelId"), static row => row.ChannelId);
        AuthorId = Add(new NumberColumn<long, long>(this, "authorId"), static row => row.AuthorId);
        FavouriteOfId = AddHidden(new NumberColumn<long, long?>(this, "_chatUserFavouritesChatUserId", nullable: true));
        ReplyToId = Add(new NumberColumn<long, long?>(this, "replyToId", nullable: true), static row => row.ReplyToId);
        Text = Add(new TextColumn<string>(this, "text"), static row => row.Text);
        EditedAt = Add(new DateTimeColumn<DateTime?>(this, "editedAt", nullable: true), static row => row.EditedAt);
    }

    public override NumberColumn<long, long> Id { get; }

    public NumberColumn<long, long> ChannelId { get; }

    public NumberColumn<long, long> AuthorId { get; }

    internal NumberColumn<long, long?> FavouriteOfId { get; }

    public NumberColumn<long, long?> ReplyToId { get; }

    public TextColumn<string> Text { get; }

    public DateTimeColumn<DateTime?> EditedAt { get; }

    public ChannelTable Channel => _channel ??= new ChannelTable(JoinTo("channel", ChannelId, "id"));

    public ChatUserTable Author => _author ??= new ChatUserTable(JoinTo("author", AuthorId, "id"));

    public MessageTable ReplyTo => _replyTo ??= new MessageTable(JoinTo("replyTo", ReplyToId, "id"));

    public ToManyRelation<MessageTable> Replies => _replies ??= new(Id, static () => new MessageTable(), static table => table.ReplyToId);

    protected override Func<Message, Message, Message> KeepUnstored => static (stored, argument) =>
    {
        stored.Channel = argument.Channel;
        stored.Author = argument.Author;
        stored.ReplyTo = argument.ReplyTo;
        stored.Draft = argument.Draft;
        return stored;
    };

    public override Message ReadRow(RowReader row) => new()
    {
        Id = row.Int64(0),
        ChannelId = row.Int64(1),
        AuthorId = row.Int64(2),
        ReplyToId = row.Int64OrNull(3),
        Text = row.String(4),
        EditedAt = row.DateTimeOrNull(5),
    };
}

public sealed class MessageRepository(MessageTable table) : Repository<Message, long, MessageTable, MessageInclude>(table);

public sealed class MessageInclude : Include<Message>
{
    public MessageInclude(ChannelInclude? channel, ChatUserInclude? author, MessageInclude? replyTo)
    {
        One(channel, static (MessageTable t) => t.Channel, static (row, value) => row.Channel = value);
        One(author, static (MessageTable t) => t.Author, static (row, value) => row.Author = value);
        One(replyTo, static (MessageTable t) => t.ReplyTo, static (row, value) => row.ReplyTo = value);
    }
}

public sealed class MessageIncludeList(
    Func<MessageTable, Filter>? where, Func<MessageTable, OrderBy>? orderBy, int? limit, int? offset, MessageInclude? include)
    : IncludeList<Message, MessageTable>(Message.Table, where, orderBy, limit, offset, include);
