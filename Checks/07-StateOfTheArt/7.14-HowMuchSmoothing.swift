import Exercises07
import Practice
import Solutions07

let howMuchSmoothing = Check(
    "7.14",
    answer(
        "smoothingForWrongLabels(_:classes:)", Exercises07.smoothingForWrongLabels(_:classes:),
        Solutions07.smoothingForWrongLabels(_:classes:))
) { smoothing in
    // The book's 0.1 for ten classes is right if 9 % of the labels are wrong.
    try expectClose(smoothing(0.09, 10), 0.1)
    try expectClose(smoothing(0, 10), 0)
    try expectClose(smoothing(0.25, 2), 0.5)
    // Labels that say nothing: every class gets the same.
    for classes in [2, 5, 1000] {
        try expectClose(smoothing(Double(classes - 1) / Double(classes), classes), 1)
    }
    try expectClose(smoothing(0.3, 4), 0.4)
}
