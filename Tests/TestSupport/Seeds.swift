import Foundation

/// The seeds of random tests: a failing one shows its seed. `GROUNDUP_SEED` tries another.
public enum Seeds {
    public static let all: [UInt64] = asked.map { [$0] } ?? [1, 2]

    private static let asked = ProcessInfo.processInfo.environment["GROUNDUP_SEED"].flatMap { UInt64($0) }
}
