// All checks of chapter 98, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks98 = [halve]

@main enum Checks98 {
    static func main() { runCheck(of: checks98) }
}
