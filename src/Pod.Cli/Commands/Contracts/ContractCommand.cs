using System.CommandLine;

namespace Pod.Cli.Commands.Contracts;

/// <summary><c>dotnet pod contract</c>: what clients that are out there rely on.</summary>
internal static class ContractCommand
{
    public static Command Create() => new("contract", "Writes the contract, and checks that released clients can live with it.")
    {
        WriteContractCommand.Create(),
        CheckContractCommand.Create(),
        ReleaseContractCommand.Create(),
    };
}
