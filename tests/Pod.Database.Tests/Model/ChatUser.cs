using System.Runtime.CompilerServices;

namespace Pod.Database.Tests.Model;

public partial record ChatUser : ITableRow<long>
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public Profile? Profile { get; set; }

    public List<Message>? Favourites { get; set; }

    public static ChatUserTable Table { get; } = new();

    public static ChatUserRepository Db { get; } = new(Table);

    public static ChatUserInclude Include(ProfileInclude? profile = null, MessageIncludeList? favourites = null) => new(profile, favourites);

    public virtual bool Equals(ChatUser? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

public sealed class ChatUserTable : Table<ChatUser, long>
{
    private ProfileTable? _profile;
    private ToManyRelation<MessageTable>? _favourites;
    private ToManyRelation<MessageTable>? _written;
    private ToManyRelation<ChannelTable>? _channels;

    public ChatUserTable()
        : this(null)
    {
    }

    internal ChatUserTable(TableJoin? join)
        : base("chat_user", join)
    {
        Id = Add(new NumberColumn<long, long>(this, "id", hasDefault: true), static row => row.Id);
        Name = Add(new TextColumn<string>(this, "name"), static row => row.Name);
    }

    public override NumberColumn<long, long> Id { get; }

    public TextColumn<string> Name { get; }

    // One to one, and the other side holds the key.
    public ProfileTable Profile => _profile ??= new ProfileTable(JoinTo("profile", Id, "userId"));

    public ToManyRelation<MessageTable> Favourites => _favourites ??= new(Id, static () => new MessageTable(), static table => table.FavouriteOfId);

    public ToManyRelation<MessageTable> Written => _written ??= new(Id, static () => new MessageTable(), static table => table.AuthorId);

    public ToManyRelation<ChannelTable> Channels => _channels ??= new(Id, static () => new ChannelTable(), static table => table.OwnerId);

    protected override Func<ChatUser, ChatUser, ChatUser> KeepUnstored => static (stored, argument) =>
    {
        stored.Profile = argument.Profile;
        stored.Favourites = argument.Favourites;
        return stored;
    };

    public override ChatUser ReadRow(RowReader row) => new() { Id = row.Int64(0), Name = row.String(1) };
}

public sealed class ChatUserRepository(ChatUserTable table) : Repository<ChatUser, long, ChatUserTable, ChatUserInclude>(table);

public sealed class ChatUserInclude : Include<ChatUser>
{
    public ChatUserInclude(ProfileInclude? profile, MessageIncludeList? favourites)
    {
        One(profile, static (ChatUserTable t) => t.Profile, static (row, value) => row.Profile = value);
        Many(favourites, static row => row.Id, static (MessageTable t) => t.FavouriteOfId, static (row, list) => row.Favourites = list);
    }
}
