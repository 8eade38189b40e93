// All checks of chapter 9, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks09: [Check] = []

@main enum Checks09 {
    static func main() { runCheck(of: checks09) }
}
