// Nudge: Write a letter for each axis of the operands, the same letter for axes that go together, and then ask which
//   of them are still there in the result.
// Idea: What is not on the right is summed over: in the second, that is everything. In the third, one letter stands
//   for both axes. In the fourth, nothing is summed.
// Almost: With a `switch`, or a list of strings. The fourth is `nd,n->nd`. The fifth has three letters that occur
//   twice on the left, of which only one is missing on the right. The sixth has two letters on the left, and none on
//   the right. In the seventh, k is shared and summed, and b, h and w are carried along.

public func equation(_ number: Int) throws -> String {
    ["mk,kn->mn", "mn->", "nn->", "nd,n->nd", "bmk,bnk->bmn", "m,mn,n->", "ck,bkhw->bchw"][number - 1]
}
