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
        Id = Add(new NumberColumn<long>(this, "id", hasDefault: true), static row => row.Id);
        Queue = Add(new TextColumn(this, "queue"), static row => row.Queue);
        Name = Add(new TextColumn(this, "name"), static row => row.Name);
        Visits = Add(new NumberColumn<int>(this, "visits"), static row => row.Visits);
        Priority = Add(new NumberColumn<int>(this, "priority", nullable: true), static row => row.Priority);
        Done = Add(new BooleanColumn(this, "done"), static row => row.Done);
        Tags = Add(new JsonColumn<List<string>>(this, "tags", TagsJson, nullable: true), static row => row.Tags);
        SeenAt = Add(new DateTimeColumn(this, "seenAt", nullable: true), static row => row.SeenAt);
        CreatedAt = Add(new DateTimeOffsetColumn(this, "createdAt", hasDefault: true), static row => row.CreatedAt);
        Secret = AddHidden(new TextColumn(this, "secret", nullable: true));
        OwnerId = Add(new NumberColumn<long>(this, "ownerId", nullable: true), static row => row.OwnerId);
    }

    public override NumberColumn<long> Id { get; }

    public TextColumn Queue { get; }

    public TextColumn Name { get; }

    public NumberColumn<int> Visits { get; }

    public NumberColumn<int> Priority { get; }

    public BooleanColumn Done { get; }

    public JsonColumn<List<string>> Tags { get; }

    public DateTimeColumn SeenAt { get; }

    public DateTimeOffsetColumn CreatedAt { get; }

    public TextColumn Secret { get; }

    public NumberColumn<long> OwnerId { get; }

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
