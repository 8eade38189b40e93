// All checks of chapter 2, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks02: [Check] = [
    // 2.01–2.04

    // 2.05–2.08

    // 2.09–2.11
    betweenBuckets, oneGreedyUser, whoIsWithWhom,

    // 2.12–2.16
]

@main enum Checks02 {
    static func main() { runCheck(of: checks02) }
}
