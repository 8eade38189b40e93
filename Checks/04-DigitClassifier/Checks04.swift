// All checks of chapter 4, in the order of the exercises; and the program in which the board runs them.

import Practice

public let checks04 = [oddsDoubled, paired, sigmoid, gradientDescent]

@main enum Checks04 {
    static func main() { runCheck(of: checks04) }
}
