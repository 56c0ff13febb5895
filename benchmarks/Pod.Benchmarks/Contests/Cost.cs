namespace Pod.Benchmarks.Contests;

/// <summary>What work cost one process.</summary>
/// <param name="Elapsed">How many microseconds it took.</param>
/// <param name="Processor">How many microseconds its threads were running, in the program and in the kernel.</param>
/// <param name="Bytes">What it allocated.</param>
internal readonly record struct Cost(double Elapsed, double Processor, double Bytes)
{
    public Cost Per(double parts) => new(Elapsed / parts, Processor / parts, Bytes / parts);
}
