import Chapter16
import Exercises16
import Practice
import Solutions16

let whatWentWrong = Check(
    "16.25",
    answer(
        "likelyFault(first:batches:checked:classes:)", Exercises16.likelyFault(first:batches:checked:classes:),
        Solutions16.likelyFault(first:batches:checked:classes:))
) { likelyFault in
    func judge(_ first: Float, _ batches: [Float], _ checked: [Float], _ classes: Int = 10, is fault: Fault) throws {
        try expectEqual(try likelyFault(first, batches, checked, classes), fault)
    }
    // The nine trainings of the page, from two starts or more.
    try judge(2.33, [1.87, 0.92, 0.58, 0.3, 0.08], [1.46, 0.93, 0.78, 0.6, 0.61], is: .none)
    try judge(2.31, [1.9, 1, 0.6, 0.5, 0.51, 0.2], [1.5, 1, 0.9, 0.8, 0.9, 0.6], is: .none)
    try judge(2.33, [1.6, 0.7, 0.4, 0.2, 0.11], [0.95, 0.6, 0.42, 0.2, 0.1], is: .leak)
    try judge(2.3, [1.6, 0.7, 0.4, 0.2, 0.2], [0.95, 0.6, 0.42, 0.2, 0.215], is: .leak)
    try judge(2.33, [1.6, 1.1, 1.25, 1.4, 2.65], [1.6, 2.3, 3.4, 5.2, 2.9], is: .keptGradients)
    try judge(2.33, [2.31, 2.28, 2.2, 2.1, 1.98], [2.31, 2.32, 2.35, 2.4, 2.52], is: .mixedLabels)
    try judge(2.3026, [2.303, 2.3028, 2.3027, 2.3026], [2.3027, 2.3026, 2.3027, 2.303], is: .zeroStart)
    try judge(2.302, [2.3, 2.27, 2.0, 1.75, 1.68], [2.3, 2.27, 2.05, 1.8, 1.77], is: .twoSoftmaxes)
    try judge(.nan, [.nan, .nan], [.nan, .nan], is: .overflow)
    try judge(.infinity, [9, .nan], [.nan, .nan], is: .overflow)
    try judge(8.2, [5.2, 3.7, 2.8, 1.6, 0.8], [5, 4.6, 3.5, 3.1, 3.4], is: .largeStart)
    try judge(41, [.nan, .nan], [.nan, .nan], is: .largeStart)
    try judge(2.35, [12, 340, .nan], [100, 2000, .nan], is: .wrongSign)
    try judge(2.35, [3, 4, 5], [4, 4.5, 5.5], is: .wrongSign)
    try judge(2.35, [2, 1, 0.5], [.infinity, 1, 0.7], is: .wrongSign)
    // Chance depends on the classes: ln 2 = 0.69, ln 100 = 4.6.
    try judge(2.31, [1.2, 0.8, 0.4], [0.9, 0.8, 0.6], 2, is: .largeStart)
    try judge(4.7, [4.2, 3, 2], [3.4, 3, 2.4], 100, is: .none)
    try judge(0.7, [0.6, 0.45, 0.4], [0.6, 0.5, 0.45], 2, is: .twoSoftmaxes)
    // Nothing was trained yet.
    try judge(2.3, [], [], is: .none)
}
