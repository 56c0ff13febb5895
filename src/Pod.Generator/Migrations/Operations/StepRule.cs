namespace Pod.Generator.Migrations.Operations;

/// <summary>How an operation shares a step of the script with others.</summary>
internal enum StepRule
{
    /// <summary>In one transaction with its neighbours.</summary>
    Shared,

    /// <summary>In a transaction behind the one before, so that its locks are not added to those.</summary>
    First,

    /// <summary>In a transaction of its own.</summary>
    Alone,

    /// <summary>In no transaction; then it can be repeated when it failed half-way.</summary>
    OutsideTransaction,
}
