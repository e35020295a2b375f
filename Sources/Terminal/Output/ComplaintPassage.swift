internal import Office
internal import Reports

/// Lets complaints through a call of the office that hands something over, or asks for something,
/// in the middle of its work.
final class ComplaintPassage {
  private var complaint: Complaint?

  /// Does something in the middle of the call; a complaint ends the call.
  func pass<Answer>(
    _ body: () throws(Complaint) -> Answer
  ) throws(OfficeError) -> Answer {
    do throws(Complaint) { return try body() } catch {
      complaint = error
      // Never told: the complaint is.
      throw OfficeError(.device("output"), "")
    }
  }

  /// Makes the call; what ended it is told, whichever side it came from.
  static func through<Answer>(
    _ call: (ComplaintPassage) throws(OfficeError) -> Answer
  ) throws(Complaint) -> Answer {
    let passage = ComplaintPassage()
    do throws(OfficeError) { return try call(passage) } catch {
      throw passage.complaint ?? OfficeMessages.complaint(error)
    }
  }
}
