namespace Pod.Database.Migrations;

/// <summary>Measures a migration for its row in the history.</summary>
internal sealed class MigrationClock(TimeProvider timeProvider)
{
    private readonly DateTimeOffset _startedAt = timeProvider.GetUtcNow();
    private readonly long _start = timeProvider.GetTimestamp();

    public TimeSpan Elapsed => timeProvider.GetElapsedTime(_start);

    public static MigrationClock Start(TimeProvider timeProvider) => new(timeProvider);

    public MigrationProgress Progress(int step, bool isComplete) => new(step, isComplete, _startedAt, Elapsed);
}
