using System.Runtime.CompilerServices;
using Pod.Protocol;

namespace Pod.Database.Tests.Model;

public partial record Job : ITableRow<long>
{
    public long Id { get; set; }

    public required string Queue { get; set; }

    public required string Name { get; set; }

    public int Visits { get; set; }

    public int? Priority { get; set; }

    public bool Done { get; set; }

    public List<string>? Tags { get; set; }

    public DateTime? SeenAt { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public long? OwnerId { get; set; }

    public ChatUser? Owner { get; set; }

    public string? Draft { get; set; }

    public static JobTable Table { get; } = new(null);

    public static JobRepository Db { get; } = new(Table);

    public static JobInclude Include(ChatUserInclude? owner = null) => new(owner);

    public virtual bool Equals(Job? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

public sealed class JobTable : Table<Job, long>
{
    private static readonly JsonCodec<List<string>> TagsJson = PodJson.List(PodJson.String);

    private ChatUserTable? _owner;
    private JobTable? _excluded;

    internal JobTable(TableJoin? join)
        : base("job", join)
    {
        Id = Add(new NumberColumn<long, long>(this, "id", hasDefault: true), static row => row.Id);
        Queue = Add(new TextColumn<string>(this, "queue"), static row => row.Queue);
        Name = Add(new TextColumn<string>(this, "name"), static row => row.Name);
        Visits = Add(new NumberColumn<int, int>(this, "visits"), static row => row.Visits);
        Priority = Add(new NumberColumn<int, int?>(this, "priority", nullable: true), static row => row.Priority);
        Done = Add(new BooleanColumn<bool>(this, "done"), static row => row.Done);
        Tags = Add(new JsonColumn<List<string>, List<string>?>(this, "tags", TagsJson, nullable: true), static row => row.Tags);
        SeenAt = Add(new DateTimeColumn<DateTime?>(this, "seenAt", nullable: true), static row => row.SeenAt);
        CreatedAt = Add(new DateTimeOffsetColumn<DateTimeOffset?>(this, "createdAt", defaultsToNow: true), static row => row.CreatedAt);
        Secret = AddHidden(new TextColumn<string?>(this, "secret", nullable: true));
        OwnerId = Add(new NumberColumn<long, long?>(this, "ownerId", nullable: true), static row => row.OwnerId);
    }

    public override NumberColumn<long, long> Id { get; }

    public TextColumn<string> Queue { get; }

    public TextColumn<string> Name { get; }

    public NumberColumn<int, int> Visits { get; }

    public NumberColumn<int, int?> Priority { get; }

    public BooleanColumn<bool> Done { get; }

    public JsonColumn<List<string>, List<string>?> Tags { get; }

    public DateTimeColumn<DateTime?> SeenAt { get; }

    public DateTimeOffsetColumn<DateTimeOffset?> CreatedAt { get; }

    public TextColumn<string?> Secret { get; }

    public NumberColumn<long, long?> OwnerId { get; }

    public ChatUserTable Owner => _owner ??= new ChatUserTable(JoinTo("owner", OwnerId, "id"));

    public JobTable Excluded => _excluded ??= new JobTable(ExcludedRow());

    protected override Func<Job, Job, Job> KeepUnstored => static (stored, argument) =>
    {
        stored.Owner = argument.Owner;
        stored.Draft = argument.Draft;
        return stored;
    };

    public override Job ReadRow(RowReader row) => new()
    {
        Id = row.Int64(0),
        Queue = row.String(1),
        Name = row.String(2),
        Visits = row.Int32(3),
        Priority = row.Int32OrNull(4),
        Done = row.Boolean(5),
        Tags = row.JsonOrNull(6, TagsJson),
        SeenAt = row.DateTimeOrNull(7),
        CreatedAt = row.DateTimeOffsetOrNull(8),
        OwnerId = row.Int64OrNull(9),
    };
}

public sealed class JobRepository(JobTable table) : Repository<Job, long, JobTable, JobInclude>(table);

public sealed class JobInclude : Include<Job>
{
    public JobInclude(ChatUserInclude? owner) => One(owner, static (JobTable t) => t.Owner, static (row, value) => row.Owner = value);
}
