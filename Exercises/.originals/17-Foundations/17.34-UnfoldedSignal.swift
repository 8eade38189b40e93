// Exercise 17.34 · Patches of a sound
// Section 17.12: Chapters/17-Foundations/12b-UnfoldAsAView.swift

import Practice
import Tensors

/// `unfold` along one axis, for signals: x [n, channels, length] → [n, channels · kernel, places]. A patch has `kernel`
/// numbers of every channel, those of the first channel first. With a dilation they are that far apart; from one patch
/// to the next it is a stride. places = ⌊(length − dilation · (kernel − 1) − 1) / stride⌋ + 1; at least one patch fits.
///
/// x = [[[0, 1, 2, 3, 4, 5]]], kernel 2, stride 2, dilation 3 → [[[0, 2], [3, 5]]]. Gradients must find their way back.
///
/// Indices may have a step: `x[0..., 0..., Swift.stride(from: 0, to: 6, by: 3)]` takes the numbers 0 and 3 of the last
/// axis. (`Swift.` is needed where a parameter is called `stride`.)
public func unfoldedSignal(_ x: Tensor, kernel: Int, stride: Int, dilation: Int) throws -> Tensor {
    throw Unanswered("17.34")
}
