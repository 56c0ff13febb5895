using System.Runtime.CompilerServices;

namespace Pod.Database.Tests.Model;

public partial record Profile : ITableRow<Guid>
{
    public Guid Id { get; set; }

    public long UserId { get; set; }

    public required string City { get; set; }

    public string? Mood { get; set; }

    public static ProfileTable Table { get; } = new();

    public static ProfileRepository Db { get; } = new(Table);

    public static ProfileInclude Include() => new();

    public virtual bool Equals(Profile? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

public sealed class ProfileTable : Table<Profile, Guid>
{
    public ProfileTable()
        : this(null)
    {
    }

    internal ProfileTable(TableJoin? join)
        : base("profile", join)
    {
        Id = Add(new GuidColumn<Guid>(this, "id", hasDefault: true), static row => row.Id);
        UserId = Add(new NumberColumn<long, long>(this, "userId"), static row => row.UserId);
        City = Add(new TextColumn<string>(this, "city"), static row => row.City);
        Mood = Add(new TextColumn<string?>(this, "mood", nullable: true, hasDefault: true), static row => row.Mood);
    }

    public override GuidColumn<Guid> Id { get; }

    public NumberColumn<long, long> UserId { get; }

    public TextColumn<string> City { get; }

    public TextColumn<string?> Mood { get; }

    public override Profile ReadRow(RowReader row)
        => new() { Id = row.Guid(0), UserId = row.Int64(1), City = row.String(2), Mood = row.StringOrNull(3) };
}

public sealed class ProfileRepository(ProfileTable table) : Repository<Profile, Guid, ProfileTable, ProfileInclude>(table);

public sealed class ProfileInclude : Include<Profile>;
