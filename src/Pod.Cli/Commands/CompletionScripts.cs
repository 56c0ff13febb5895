namespace Pod.Cli.Commands;

/// <summary>
/// What makes a shell ask the tool for suggestions. Whoever loads one of them completes <c>dotnet pod</c> and <c>dotnet-pod</c>; everything else of
/// <c>dotnet</c> is completed by the SDK, as before.
/// </summary>
internal static class CompletionScripts
{
    private const string Bash = """
        # dotnet pod: eval "$(dotnet pod completion bash)" in ~/.bashrc
        _dotnet_pod() {
            local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" suggestions
            case "$line" in
                "dotnet pod "*) line="dotnet-pod ${line#dotnet pod }" ;;
                "dotnet-pod "*) ;;
                *) line="" ;;
            esac
            if [ -n "$line" ]; then
                suggestions="$(dotnet pod "[suggest:${#line}]" "$line" 2>/dev/null)"
            else
                suggestions="$(dotnet complete --position "$COMP_POINT" "$COMP_LINE" 2>/dev/null)"
            fi
            COMPREPLY=($(compgen -W "$suggestions" -- "$word"))
        }
        complete -o default -F _dotnet_pod dotnet-pod dotnet
        """;

    private const string Zsh = """
        # dotnet pod: eval "$(dotnet pod completion zsh)" in ~/.zshrc, after compinit
        _dotnet_pod() {
            local line
            if [[ "$words[1]" == "dotnet-pod" ]]; then
                line="${(j: :)words[1,CURRENT]}"
            elif [[ "$words[2]" == "pod" && $CURRENT -gt 2 ]]; then
                line="dotnet-pod ${(j: :)words[3,CURRENT]}"
            fi
            if [[ -n "$line" ]]; then
                compadd -- ${(f)"$(dotnet pod "[suggest:${#line}]" "$line" 2>/dev/null)"}
            else
                compadd -- ${(f)"$(dotnet complete "${(j: :)words[1,CURRENT]}" 2>/dev/null)"}
            fi
        }
        compdef _dotnet_pod dotnet-pod dotnet
        """;

    private const string Fish = """
        # dotnet pod: dotnet pod completion fish > ~/.config/fish/completions/dotnet-pod.fish
        function __dotnet_pod_suggest
            set -l line (commandline -cp | string replace -r '^dotnet pod( |$)' 'dotnet-pod ')
            dotnet pod "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c dotnet-pod -f -a '(__dotnet_pod_suggest)'
        complete -c dotnet -n '__fish_seen_subcommand_from pod' -f -a '(__dotnet_pod_suggest)'
        """;

    private const string PowerShell = """
        # dotnet pod: dotnet pod completion pwsh | Out-String | Invoke-Expression, in $PROFILE
        Register-ArgumentCompleter -Native -CommandName dotnet-pod, dotnet -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString().PadRight($cursorPosition).Substring(0, $cursorPosition)
            if ($line -match '^dotnet[ -]pod ') {
                $line = $line -replace '^dotnet pod', 'dotnet-pod'
                $suggestions = dotnet pod "[suggest:$($line.Length)]" $line
            } else {
                $suggestions = dotnet complete --position $cursorPosition "$commandAst"
            }
            $suggestions | Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    /// <summary>Gets the scripts by the names of their shells.</summary>
    public static IReadOnlyDictionary<string, string> ByShell { get; } = new Dictionary<string, string>
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["pwsh"] = PowerShell,
    };
}
