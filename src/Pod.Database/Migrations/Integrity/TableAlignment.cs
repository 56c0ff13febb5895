using Pod.Database.Migrations.Live;
using Pod.Schema;

namespace Pod.Database.Migrations.Integrity;

/// <summary>Says a live table in the words of the expected one, and notes where that is not possible.</summary>
internal sealed class TableAlignment
{
    private readonly TableSchema _expected;
    private readonly LiveTable _live;
    private readonly Spelling _spelling;
    private readonly List<SchemaDifference> _differences = [];

    /// <summary>Aligns a table.</summary>
    /// <param name="expected">The expected table.</param>
    /// <param name="live">The table that is there.</param>
    /// <param name="spelled">The expected table as PostgreSQL spells it; null before it was asked.</param>
    public TableAlignment(TableSchema expected, LiveTable live, LiveTable? spelled)
    {
        _expected = expected;
        _live = live;
        _spelling = new Spelling(spelled);
        var columns = AlignColumns();
        var indexes = AlignIndexes();
        var keys = AlignForeignKeys();
        var checks = AlignChecks();
        All = expected with { Columns = columns.All, Indexes = indexes.All, ForeignKeys = keys.All, Checks = checks.All };
        Known = expected with { Columns = columns.Known, Indexes = indexes.Known, ForeignKeys = keys.Known, Checks = checks.Known };
    }

    /// <summary>The whole live table.</summary>
    public TableSchema All { get; }

    /// <summary>The live table without what nobody expects.</summary>
    public TableSchema Known { get; }

    /// <summary>Whether some difference may be one of spelling only.</summary>
    public bool IsInDoubt => _spelling.IsInDoubt;

    public IReadOnlyList<SchemaDifference> Differences => _differences;

    private Matching<ColumnSchema> AlignColumns()
    {
        var matching = new Matching<ColumnSchema>();
        foreach (var expected in _expected.Columns)
        {
            if (_live.FindColumn(expected.Name) is not { } live)
            {
                Note(DifferenceWeight.Fatal, $"column '{expected.Name}'", ColumnText.Of(expected), SchemaDifference.Nothing);
                continue;
            }

            var weight = TypeAgreement.Weigh(expected.Type, live.Type);
            var isSameDefault = _spelling.IsSame(expected, live);
            var aligned = expected with
            {
                Type = weight == DifferenceWeight.Ignored ? expected.Type : live.Type,
                Nullable = live.IsNullable,
                Default = isSameDefault ? expected.Default : live.Default,
            };
            matching.AddKnown(aligned);
            if (aligned != expected)
            {
                Note(weight == DifferenceWeight.Fatal ? weight : DifferenceWeight.Notable, $"column '{expected.Name}'", ColumnText.Of(expected), ColumnText.Of(aligned));
            }
        }

        foreach (var live in _live.Columns.Where(live => _expected.FindColumn(live.Name) is null))
        {
            var column = LiveTable.ToSchema(live);
            matching.AddUnknown(column);
            var weight = live.CanBeLeftOut ? DifferenceWeight.Ignored : DifferenceWeight.Fatal;
            Note(weight, $"column '{live.Name}'", SchemaDifference.Nothing, ColumnText.Of(column));
        }

        return matching;
    }

    private Matching<IndexSchema> AlignIndexes()
    {
        var matching = new Matching<IndexSchema>();
        var left = _live.Indexes.ToList();
        foreach (var expected in _expected.Indexes)
        {
            if (Take(left, live => live.Schema.Name == expected.Name, live => _spelling.IsSame(expected, live)) is not null)
            {
                matching.AddKnown(expected);
                continue;
            }

            var other = Take(left, live => live.Schema.Name == expected.Name, static _ => true, mustBePreferred: true);
            if (other is not null)
            {
                matching.AddKnown(other.Schema);
            }

            // An upsert names its columns, and PostgreSQL wants a unique index over exactly them.
            var isNeeded = expected.Unique && !_live.Indexes.Exists(live => live.Schema.Unique && live.Schema.Columns == expected.Columns);
            var found = other is null ? SchemaDifference.Nothing : ColumnText.Of(other.Schema);
            Note(isNeeded ? DifferenceWeight.Fatal : DifferenceWeight.Notable, $"index '{expected.Name}'", ColumnText.Of(expected), found);
        }

        foreach (var live in left)
        {
            matching.AddUnknown(live.Schema);
            var weight = live.Schema.Unique ? DifferenceWeight.Notable : DifferenceWeight.Ignored;
            Note(weight, $"index '{live.Schema.Name}'", SchemaDifference.Nothing, ColumnText.Of(live.Schema));
        }

        return matching;
    }

    private Matching<ForeignKeySchema> AlignForeignKeys()
    {
        var matching = new Matching<ForeignKeySchema>();
        var left = _live.ForeignKeys.ToList();
        foreach (var expected in _expected.ForeignKeys)
        {
            if (Take(left, live => live.Name == expected.Name, live => live with { Name = expected.Name } == expected) is not null)
            {
                matching.AddKnown(expected);
                continue;
            }

            var other = Take(left, live => live.Name == expected.Name, live => live.Columns == expected.Columns);
            if (other is not null)
            {
                matching.AddKnown(other);
            }

            Note(DifferenceWeight.Notable, $"foreign key '{expected.Name}'", ColumnText.Of(expected), other is null ? SchemaDifference.Nothing : ColumnText.Of(other));
        }

        foreach (var live in left)
        {
            matching.AddUnknown(live);
            Note(DifferenceWeight.Notable, $"foreign key '{live.Name}'", SchemaDifference.Nothing, ColumnText.Of(live));
        }

        return matching;
    }

    private Matching<CheckSchema> AlignChecks()
    {
        var matching = new Matching<CheckSchema>();
        var left = _live.Checks.ToList();
        foreach (var expected in _expected.Checks)
        {
            if (Take(left, live => live.Name == expected.Name, live => _spelling.IsSame(expected, live)) is not null)
            {
                matching.AddKnown(expected);
                continue;
            }

            var other = Take(left, live => live.Name == expected.Name, static _ => true, mustBePreferred: true);
            if (other is not null)
            {
                matching.AddKnown(other);
            }

            Note(DifferenceWeight.Notable, $"check '{expected.Name}'", expected.Expression, other?.Expression ?? SchemaDifference.Nothing);
        }

        foreach (var live in left)
        {
            matching.AddUnknown(live);
            Note(DifferenceWeight.Notable, $"check '{live.Name}'", SchemaDifference.Nothing, live.Expression);
        }

        return matching;
    }

    // Constraints are matched by meaning; of several that mean the same, the one of the expected name is taken.
    private static T? Take<T>(List<T> left, Predicate<T> isPreferred, Predicate<T> fits, bool mustBePreferred = false)
        where T : class
    {
        var found = left.Find(item => isPreferred(item) && fits(item)) ?? (mustBePreferred ? null : left.Find(fits));
        if (found is not null)
        {
            left.Remove(found);
        }

        return found;
    }

    private void Note(DifferenceWeight weight, string subject, string expected, string found)
        => _differences.Add(new SchemaDifference(weight, _expected.Name, subject, expected, found));
}
