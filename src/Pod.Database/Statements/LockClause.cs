using Pod.Database.Repositories;
using Pod.Database.Sql;

namespace Pod.Database.Statements;

/// <summary>Writes <c> FOR UPDATE OF t0 SKIP LOCKED</c>: rows of joined tables are not locked.</summary>
internal static class LockClause
{
    public static void WriteLock(this SqlBuffer target, RowLock? rowLock)
    {
        if (rowLock is not { } wanted)
        {
            return;
        }

        target.Append(wanted.Mode switch
        {
            LockMode.ForUpdate => " FOR UPDATE OF t0",
            LockMode.ForNoKeyUpdate => " FOR NO KEY UPDATE OF t0",
            LockMode.ForShare => " FOR SHARE OF t0",
            LockMode.ForKeyShare => " FOR KEY SHARE OF t0",
            _ => throw new ArgumentOutOfRangeException(nameof(rowLock), wanted.Mode, "Unknown lock mode."),
        });
        target.Append(wanted.Behavior switch
        {
            LockBehavior.Wait => "",
            LockBehavior.NoWait => " NOWAIT",
            LockBehavior.SkipLocked => " SKIP LOCKED",
            _ => throw new ArgumentOutOfRangeException(nameof(rowLock), wanted.Behavior, "Unknown lock behaviour."),
        });
    }
}
