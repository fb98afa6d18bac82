<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActionBar</name>
    <message>
        <source>Close the batch and send it as soon as the service can be reached (F12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish this box with the codes it has, or add the carton (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take no scans for a while (F4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take scans again (F4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the newest device out again (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number, or paste a column of them (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>PDF was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the pages …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of this program. The log says more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BadLineList</name>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that name no device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BadgeForm</name>
    <message>
        <source>A number has capital letters, digits and hyphens. Eight badges fit on a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Badges, one a line: number, then name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the badge number first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the badge number first: the code on the badge says it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>{title}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchCommands</name>
    <message>
        <source>Batch is not open any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices were scanned or taken out since you were asked, and nothing was given up. These will not be claimed. Their boxes can be scanned again into another batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent, refused or given up meanwhile. The list says what became of its devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was queued. The list says what became of it meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select devices in the list, then copy them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They will not be claimed. Their boxes can be scanned again into another batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of this program. The log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too late to give up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Another customer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another or a new batch …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CHANGE THIS BATCH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer {id}  ·  {devices}. The customer of a batch never changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer {id}  ·  {terms}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch customers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NEW BATCH FOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New batch: whose devices?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This batch was queued or given up meanwhile. Open another one for what is still to be scanned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>&amp;Expected devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serial number alone names a device only together with its maker and model: give both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are sent with every device and help against mistyped IMEIs. Serial numbers are sent only with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes per &amp;box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery note …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected number of devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give maker and model, or neither: a serial number needs both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mo&amp;del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with delivery note …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens this batch, then lets you choose a file of expected IMEIs or serial numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial numbers are kept here, but go to Google only together with maker and model: fill in both fields below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The delivery note says how many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was changed here stays as it is, and is kept only by Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as on the delivery note, may be left empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be left empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as SM-X200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as samsung</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchHead</name>
    <message>
        <source>Batch {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change batch …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected devices, or those that need you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery note …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each box: {codes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up batch …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on scanning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No badge scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number, expected count, another or a new batch (F6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print every device of this batch with its barcode, or save it as a PDF (Ctrl+P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all devices of this batch as a file for a spreadsheet (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial numbers of {maker} {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing, and what is not on the note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchList</name>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}. {about}. {state}. {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchQueueing</name>
    <message>
        <source>Devices were scanned or taken out since you were asked, and nothing was queued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on scanning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} scanned, {expected} expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BatchesPage</name>
    <message>
        <source>Choose a batch in the list to see its devices and what became of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a customer on the Scan page and scan the first box. Every batch is listed here from then on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No batch chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No batch yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceBar</name>
    <message>
        <source>Another scan leaves this code out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodesChoice</name>
    <message>
        <source>Codes per box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which codes of one box are scanned, in any order, before it counts as one device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No confirmed scan is lost. Please copy this report and send it to whoever looks after ztdesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ztdesk made a mistake</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerChoice</name>
    <message>
        <source>Choose all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one customer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers to print cards for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerList</name>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a customer by any part of the name or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or customer number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerPicker</name>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the service …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New terms to accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customers on this PC yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing kept on this PC matches what was typed. A new customer must be fetched first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list appears here as soon as it arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are fetched from the service once and then kept, so that you can scan offline.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceColumns</name>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number in the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {position}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceTable</name>
    <message>
        <source>Devices of the batch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorDialog</name>
    <message numerus="yes">
        <source>%n scan(s) copied</source>
        <translation>
            <numerusform>%n scan copied</numerusform>
            <numerusform>%n scans copied</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being taught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy chosen for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to {count} scans, the newest first. They are forgotten when ztdesk is closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineForm</name>
    <message>
        <source>Baud rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carriage return (CR, Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carriage return and line feed (CR LF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of a scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of text (ETX)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned from the scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line feed (LF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: a pause ends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n batch(es) need you</source>
        <translation>
            <numerusform>%n batch need you</numerusform>
            <numerusform>%n batches need you</numerusform>
        </translation>
    </message>
    <message>
        <source>ANSWER WANTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer what the scan page asks about the last code. Another scan leaves it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a customer on the Scan page first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LOCKED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NO CUSTOMER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT LISTENING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ON HOLD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QUESTION OPEN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>READY TO SCAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SERIAL ONLY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan on any page; no field needs a click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans are not taken until the open question is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans are not taken until you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans are not taken until you have acknowledged what the scan page says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window is not the active one: only scanners on a serial port are heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window is not the active one: scans go elsewhere. Click into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ztdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ztdesk – PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MissingList</name>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>A CSV or text file with the expected IMEIs or serial numbers: one a line, or in columns named imei, imei2, serial. Every scan is then checked against it. Without one the batch stays open and takes every device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the delivery note …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No delivery note yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove delivery note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This batch was queued or given up meanwhile. Open another one for what is still to be scanned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberDialog</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not added, see below</source>
        <translation>
            <numerusform>%n not added, see below</numerusform>
            <numerusform>%n not added, see below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers still to be judged …</source>
        <translation>
            <numerusform>%n number still to be judged …</numerusform>
            <numerusform>%n numbers still to be judged …</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI, MEID or serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI, MEID or serial number, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing added yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers that were not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopped: the last %n numbers of the column were not looked at.</source>
        <translation>
            <numerusform>Stopped: the last %n number of the column was not looked at.</numerusform>
            <numerusform>Stopped: the last %n numbers of the column were not looked at.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{added} added, {rest}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenBatches</name>
    <message>
        <source>Batches still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{devices} · Batch {batch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{devices} · Order {number} · Batch {batch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · Customer {id}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperationsLine</name>
    <message>
        <source>Copy references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google's support finds the requests of this batch by these names.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>How the first page looks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelState</name>
    <message numerus="yes">
        <source>%n devices are no longer in this batch.</source>
        <translation>
            <numerusform>%n device is no longer in this batch.</numerusform>
            <numerusform>%n devices are no longer in this batch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Box dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its codes was added. Scan it from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {position}, {number}, is no longer in this batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, for this customer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeMenu</name>
    <message>
        <source>Everything works again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the practice service fail, to see what happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeStripe</name>
    <message>
        <source>PRACTICE — nothing reaches Google</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card of this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer, order number and count of the batch at hand, for whoever scans it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything an operator does at the bench, by scanning alone. Hang it at each bench.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented boxes, good and bad, to learn with in practice mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator badges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Print %n page(s) …</source>
        <translation>
            <numerusform>Print %n page …</numerusform>
            <numerusform>Print %n pages …</numerusform>
        </translation>
    </message>
    <message>
        <source>Print cards and sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three codes by which ztdesk finds out how a scanner is set up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>By scanner: “Queue batch” again queues, “Understood” goes on scanning.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanCommands</name>
    <message>
        <source>It is taken out of this batch and can be scanned again, here or elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n devices?</source>
        <translation>
            <numerusform>Remove %n device?</numerusform>
            <numerusform>Remove %n devices?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove number {position}, {number}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are taken out of this batch and can be scanned again, here or elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanDetails</name>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything about the chosen scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a US keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a likeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off: more came than is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its suffix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {mean} ms, longest {most} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: a scanner was being taught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read: more came than is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read: only a part of a code arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, {sure}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanList</name>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices in this batch, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI 2 {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the delivery note</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n devices …</source>
        <translation>
            <numerusform>Remove %n device …</numerusform>
            <numerusform>Remove %n devices …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove at most %n devices at once</source>
        <translation>
            <numerusform>Remove at most %n device at once</numerusform>
            <numerusform>Remove at most %n devices at once</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove number {position}: {number} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanned {moment}, safe on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number {position}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{maker} {model}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScannerList</name>
    <message>
        <source>Any known scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanners of known makers, and any that was used here before, on whatever port they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no serial port. A scanner in keyboard mode works without one; to use a port, set the scanner to USB serial (virtual COM) with the code in its guide.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScannerRow</name>
    <message>
        <source>Heard because any known scanner is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last scan {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScannersPage</name>
    <message>
        <source>A scanner in keyboard mode is always heard while this window is in front. Teach it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How serial scanners send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last scans …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial scanners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach a scanner …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What really arrived, byte by byte (Ctrl+Shift+I)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SensesPage</name>
    <message>
        <source>A batch needs somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A batch was claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question about a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added, but not expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command card done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash at a scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear them all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked until somebody has seen it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing flashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a box; more is waited for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak the last four digits of what was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The panel that shows the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole window, in the colour of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC has no audio output that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC has no voice to speak with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sight and sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SightingColumn</name>
    <message>
        <source>{found}
Looked up {moment}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartCard</name>
    <message>
        <source>All boxes you scan then are claimed for this customer.
Until then scans are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another customer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a customer to begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a customer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose whose devices are scanned (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New batch for this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it at once, without an order number (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes next?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StationPage</name>
    <message>
        <source>After {minutes} minutes without a scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As this PC is called: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks again for whom is scanned, also after a change of operator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the service account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice has an account of its own and never reaches Google.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number shown in the zero-touch portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service account's key, a JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works here; stands in the journal with every scan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Earlier pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeachDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Got it. Now the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came garbled: more at the end. Now the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is added to a batch while this is open. Laser scanners read no screens: print the codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a part of the code arrived: {code}. Scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save for this scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it, so that scans are read by it. After changing a setting of the scanner, start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan this code: {step} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach your scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was another code: {code}. Scan the one above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was another scanner. Go on with the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was learned of {scanner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyboard scanner</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeachLabelDialog</name>
    <message>
        <source>Choose the field that is the IMEI or the serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field {place}: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this kind of label a name, then save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels that were taught</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this label, such as its maker's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taught before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach this label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This batch names no maker and model. A serial number alone cannot be added without them: set both with F6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This batch names no maker and model. The serial number is kept here, but goes to Google only with both (F6).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two fields are said to be the same number. Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is each field? A field that is not a device's number is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnexpectedList</name>
    <message>
        <source>Devices that are not on the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>of {expected} scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {code}. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictStrip</name>
    <message>
        <source>{title}. {code}. {detail}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Half</name>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_WorkLine</name>
    <message>
        <source>Opens the list of batches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>domain</name>
    <message>
        <source>1 · One IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14 digits: not clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14 digits: the check digit of the IMEI is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>14 digits: what are they?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 digits, but the check digit does not fit: one is wrong, or two changed places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 zeros are no IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 digits are an IMEISV: a software version stands where the check digit belongs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 digits: an IMEISV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 digits: is this the IMEI?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 digits: one too many, or an IMEISV. An IMEI has 15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 · Dual SIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 · Box 1 once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 · A bad label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 · Nothing to claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 · Dual SIM again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 · A carton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GS1 code; &lt;GS&gt; stands for its separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A box is not finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A carton is waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A carton of {count} phones</source>
        <translation>
            <numerusform>A carton of {count} phone</numerusform>
            <numerusform>A carton of {count} phones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A carton: {count} phones can be read</source>
        <translation>
            <numerusform>A carton: {count} phone can be read</numerusform>
            <numerusform>A carton: {count} phones can be read</numerusform>
        </translation>
    </message>
    <message>
        <source>A cell is longer than {count} characters or holds signs that cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code holds only capital letters, digits and hyphens between them: no blanks, slashes or small letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code of several phones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command card, not a device's number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command counts only when it is the whole code. Scan the command card itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A count goes from 1 to 999999, without zeros before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A customer number has 1 to 19 digits and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A device is in another batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A device without IMEI: add {serial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder, not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label of zeros names no phone. Scan the box's own IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A queued batch takes no more scans and cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serial number alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serial number alone names no phone here. Scan the IMEI, or “Undo”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serial number among IMEIs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A serial number needs manufacturer and model in the same line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A spreadsheet rounded this number and its last digits are lost. Take the list from its source again, with the column as text, and export it as CSV without opening it in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor can say once which of its fields is the IMEI or the serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A third IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AIM identifiers tell an EAN from an IMEI for certain. Zebra: Transmit Code ID, AIM. Honeywell: AIM I.D. as a prefix. Datalogic: Global AIM ID, enable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API not enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the newest terms in the zero-touch portal, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account not linked (403)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added, not on the delivery note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All boxes are scanned. Close the batch and send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of the carton. “Undo” takes them out together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All {count} are in the batch: {total} now, {expected} expected. “Understood”, then “Undo”, takes them out together.</source>
        <translation>
            <numerusform>It is in the batch: {total} now, {expected} expected. “Understood”, then “Undo”, takes it out again.</numerusform>
            <numerusform>All {count} are in the batch: {total} now, {expected} expected. “Understood”, then “Undo”, takes them out together.</numerusform>
        </translation>
    </message>
    <message>
        <source>Already claimed by us for this customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already claimed elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already in another batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already in this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already in this box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already number {position} of the open batch {batch} for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already number {position} of the queued batch {batch} for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among its IMEIs stand digits that may be a piece of one. Nothing was added. Scan each box by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Excel workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMEI has 15 digits, this has 14: its check digit is missing, or zeros at its beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMEI has 15 digits, this has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMEI has 15 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMEI has 15 digits. Scan the barcode labelled IMEI again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMEI has 15 digits; hyphens and blanks do not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMEI is missing in this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMEI is not whole in this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IMEI without its check digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error without a status of its own; the message says what it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unknown error, without a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another batch holds them, or has claimed them since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another field of the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number? Type it with F6, or print the card of the open batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another phone's IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another phone's number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the data. Close it, then scan the last box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program uses {port}. Close that program; nothing needs to be done here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window has the keyboard and would get your scans. Click into this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another ztdesk is sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another ztdesk on this PC sends the claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As you said for codes like this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the administrator: the service account must be linked in the portal, and the partner id be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the customer for a new pre-provisioning token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your Google contact to raise the limit, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch card · PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch is not open any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {id} is kept, but was queued or given up by another program meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {id} · opened at {opened}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {id} · opened at {opened}, given up at {closed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {id} · opened at {opened}, queued at {closed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {id} · retry of batch {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {id} · {order}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch {id} · {order} · retry of batch {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belgian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both IMEIs of one phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both IMEIs of one phone, with its serial number {serial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes of this batch are known by their serial number. Scan that, or change the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes of this batch were scanned by their IMEI. The answer holds for every serial number in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>British</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CLAIMED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUSTOMER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUSTOMER NUMBER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card of another customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the printer is on and has paper, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the speed, data bits and parity of the port are those of the scanner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that this box belongs to this order. “Undo” takes it out again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the capitals, the maker and the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the customer and the partner id, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key file and this PC's clock, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key file and this PC's clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one or scan a customer card first, then scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed by one of your vendors: you may release it, then claim it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed by us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed for another customer of ours: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed from this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed through a vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claimed through a vendor: {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims of another account wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims wait a moment and go on by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claims wait on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close its window, or let it finish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the open window first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes are put right by the places of the keys: the scanner is set to {layout}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes are put right by their characters: the PC is set to {pc}, the scanner to {layout}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes are put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns named twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command code was misread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost after the request was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost before the request was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be looked up. It is tried again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer cards · PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers could not be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Czech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEVICES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Danish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data of a newer program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery note loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery note: all {expected} found, nothing else scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery note: {found} of {expected} found · {unexpected} not on the note · {missing} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits alone: not clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits lost in a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not say what kind of barcode a code is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops the separators of GS1 codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EID of the eSIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EID of the eSIM, not a device's number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each character takes four keys or more. Zebra: switch Emulate Keypad off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each scan has to wait for a pause. Zebra: Scan Options, Data Suffix, Enter. Honeywell: the plug-and-play code of your interface sets CR/LF. Datalogic: Set Global Suffix, CR (0D).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable the Android Device Provisioning Partner API in the Cloud project, wait a minute, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends each code with {suffix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every failed device is in another live batch or was claimed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the customers again and open the batch for the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the customers again. Only this reseller's own customers can be scanned for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields run into each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First IMEI of this box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {name}. Sent as soon as the service can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIVEN UP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIVEN UP · Nothing of this batch was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Garbled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Give up {count} devices of {name}?</source>
        <translation>
            <numerusform>Give up {count} device of {name}?</numerusform>
            <numerusform>Give up {count} devices of {name}?</numerusform>
        </translation>
    </message>
    <message>
        <source>Given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up, not claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on scanning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on scanning for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on scanning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HOW MANY BOXES ARE EXPECTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half a scan was dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by another customer of yours: release it first, then claim it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held through another reseller: only they can release it; you cannot even find it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here: number {position} of batch {batch} for {name}, queued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here: number {position} of batch {batch} for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have seen the error. Unlock the station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI + IMEI2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI + IMEI2 + serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI and MEID of one phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI {imei}, check digit added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI {imei}, software version left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI, and its check digit fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI, the only code of this box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI, with serial number {serial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI. This PC claimed it before, for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEIs are heard once this is saved; serial numbers pass for typing. Zebra: keystroke delay none, Fast HID; other makers: look for the delay between characters in the guide. Or use serial mode (USB COM port).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEIs of different phones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEIs of this box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMEI{slot} is not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifier refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identifiers do not belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored in this batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a queued batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In an open batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the settings, under Scanners, press Teach a scanner. Then scan these codes with it from the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal error (500)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented phones for practice mode, never sent to Google. Codes per box: One IMEI, but for boxes 2 and 6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is already here after box 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is refused: the check digit is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not say which is this phone's. Nothing was added. Scan the box's own barcodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on by itself in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on by itself when the service is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on by itself when the sign-in service is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has 13 digits, the last of which checks the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has more than {count} lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a device without IMEI: add it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is asked again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in no batch here and was not claimed from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is longer than {longest} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is looked up what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is on a box with an IMEI: ignore it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names no IMEI and no serial number. Scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names no phone without its maker and model. Scan “Find” again, then the IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was sent several times and is not on file there. Set the phone aside and show it to your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be read as {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Italian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its beginning or its end was lost on the way. Nothing was added: scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its check character is wrong, so nothing was done. Scan it again, or print a new card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its devices are invented and must not reach {url}. Use another data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last two digits may be the software version. Then the IMEI's own check digit is put in their place, for every such code in this batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its pace is learned once this is saved. To make it quicker: Zebra: keystroke delay none, Fast HID; other makers: look for the delay between characters in the guide. A radio link may be the cause, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its token_uri {url} is neither a plain https address nor http on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the separators of GS1 codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Now its second IMEI, or “Next box” if it has only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Now the other IMEI of the same box, or “Next box” if it has only one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Now the serial number of the same box, or “Next box”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Kept. Now the {count} IMEIs of the same box.</source>
        <translation>
            <numerusform>Kept. Now the IMEI of the same box.</numerusform>
            <numerusform>Kept. Now the {count} IMEIs of the same box.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Kept. Now {count} IMEIs and the serial number of the same box, or “Next box”.</source>
        <translation>
            <numerusform>Kept. Now the other IMEI and the serial number of the same box, or “Next box”.</numerusform>
            <numerusform>Kept. Now {count} IMEIs and the serial number of the same box, or “Next box”.</numerusform>
        </translation>
    </message>
    <message>
        <source>Key file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known under another maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, broken or not clear: {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, in a batch already: {numbers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {here} (in a batch already), {bad} (broken or not clear).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters and digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} names no column {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} names these columns twice: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} should name the columns, one of them {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} should name the columns. Unknown: {names}. Known: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {number} is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked until acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for the conversion of capitals and small letters in the scanner's guide, and switch it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look the next scanned device up. Nothing is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEID 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEID refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEID, the only code of this box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEID, with serial number {serial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MISSING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MISSING · ON THE DELIVERY NOTE, NOT SCANNED: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest of batch {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifest of batch {id} · PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manufacturer and model do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Mend these lines, or keep the {count} good ones with --skip-bad.</source>
        <translation>
            <numerusform>Mend these lines, or keep the {count} good one with --skip-bad.</numerusform>
            <numerusform>Mend these lines, or keep the {count} good ones with --skip-bad.</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: {named} and {more} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: {named}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model name, not a device's number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More came than any label holds. Nothing was read of it: scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>NOT COMPLETE · {count} of {total} devices failed.</source>
        <translation>
            <numerusform>NOT COMPLETE · {count} of {total} devices failed.</numerusform>
            <numerusform>NOT COMPLETE · {count} of {total} devices failed.</numerusform>
        </translation>
    </message>
    <message>
        <source>NOT FINAL · The batch is open: nothing was sent, devices may still change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>NOT FINAL · {count} of {total} devices have no verdict yet.</source>
        <translation>
            <numerusform>NOT FINAL · {count} of {total} devices has no verdict yet.</numerusform>
            <numerusform>NOT FINAL · {count} of {total} devices have no verdict yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>NOT KNOWN YET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT LISTENING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT ON THE NOTE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NUMBERS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither: ignore it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network address, not a device's number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No IMEI yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No badge scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No barcode can say this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No box begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No customer chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device is in this batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No device to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label holds that many numbers. Scan the boxes one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line of the file names a device that can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line of {file} names a device. Nothing was loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line of {file} names a device. The delivery note of before stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No permission for {port}. Add this user to the group that owns it (dialout or uucp): sudo usermod -aG dialout $USER, then sign out and in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No product number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No right to do this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule understands this label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scans are taken. Press F4 or scan “Hold” to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scans are taken. Scan “Hold” again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No serial number can be added: name maker and model with Change batch (F6).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict from the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No: ignore it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was chosen to print a card for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the lines can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a list of devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a number of a device, as far as it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a valid IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a whole command code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an IMEI. Serial numbers are taken when the batch has a maker and model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not clear which number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected. Plug it in or switch it on: it is found again by itself, on any port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found at the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known on this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet — being looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet: it can be claimed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not looked up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed here. Scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the delivery note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the note · {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the note: {named} and {more} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the note: {named}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not one of our customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not what its label says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing marks the end of a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing need be changed, unless {sign} is in your codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing need be changed. Without a prefix scans are a little quicker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing scanned yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added yet. Answer below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added. Press F4 or scan “Hold” to go on, then scan this box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added. Scan this customer's card or “Understood”, or press F7, then scan this box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was added. Scan “Next box” to add the carton, or “Undo” to leave it, then scan this box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done. Answer, save or cancel what is open, then scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done. First scan or press “Understood” (F7), then scan this again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was kept. Look at what is waited for now, then scan this box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was kept. Take it out there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was queued. Choose a batch to go on with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was queued. First scan or press “Understood” (F7), then queue again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was queued. Scan its missing code, or “Next box”, or “Undo”. Then queue again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was queued. Scan this customer's card or “Understood”, or press F7, then queue again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now both IMEIs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now both IMEIs and the serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now confirm the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now the other IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now the other IMEI and the serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now the serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {position} of the open batch {batch} for {name}. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {position} of the queued batch {batch} for {name}. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ON HOLD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPENED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPERATIONS OF THE SERVICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPERATOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ORDER NUMBER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the box that was begun. “Next box” finishes it as it is, “Undo” begins it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the box that was begun. “Undo” begins it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One IMEI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One code of this box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One phone or two?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One phone with both IMEIs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One phone with two IMEIs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a part of the code arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only plain letters, digits and signs can be printed as a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another batch first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another batch, then scan this box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operations are not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator badges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE · INVENTED CUSTOMER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE · Invented devices. This is no proof of a claim.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE: an invented customer. Scan from the top, then the boxes, then the last code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRINTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner id cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission is denied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones of this batch have two IMEIs each, and this code has an odd number. Scan each box by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones with one IMEI each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phones with two IMEIs each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice has stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product code and EID are ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product code, not a device's number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress 100 long before the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisioning token refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provisioning token revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts another sign before each kind of code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts {prefix} before each code, which is taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QUEUED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt is not usable here: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Queue {count} devices</source>
        <translation>
            <numerusform>Queue {count} device</numerusform>
            <numerusform>Queue {count} devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue {count} devices?</source>
        <translation>
            <numerusform>Queue {count} device?</numerusform>
            <numerusform>Queue {count} devices?</numerusform>
        </translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick: {gap} ms from character to character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotation marks do not pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>READY TO SCAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RELEASED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference for Google: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results lack rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retried in batch {batch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retried in batch {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry it once. If it fails again, show it to your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Retry {count} devices</source>
        <translation>
            <numerusform>Retry {count} device</numerusform>
            <numerusform>Retry {count} devices</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run ztdesk setup --partner-id ID --service-account FILE first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S/N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIM card number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIM card number, not a device's number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STATION AND OPERATOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save {path} as CSV first, with the numbers as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says what kind of barcode each code is (AIM identifiers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan a code to do what stands above it. Works with every scanner at this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan at least one device first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan both IMEIs and the serial number of each box, in any order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan both IMEIs of each box, in any order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan for {name}. There are new terms of service that they have to accept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan for {name}. They have accepted the terms of service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan for {name}. They have not accepted the terms of service yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan for {name}. Whether they accepted the terms of service is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan from the top, then the boxes, then the last code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it again, slowly. If it is refused again, print a new card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan its missing code, or “Next box” to finish it as it is, or “Undo” to begin it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan one box at a time; check the maker and the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the barcode labelled IMEI, or the serial number of a device without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the box again, or scan its IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the box again. Is the label really an IMEI?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the box again; check the maker, and the model of a serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the serial number of each box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan this box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan this customer's card or ACK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan “Find” again, then the IMEI of one phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan “Next box” or the carton again to add them, “Undo” to leave them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan “Next box” to add it, “Undo” to leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanned at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanned just now as number {position}. Nothing was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Scanned {count} days ago as number {position}. Nothing was added.</source>
        <translation>
            <numerusform>Scanned a day ago as number {position}. Nothing was added.</numerusform>
            <numerusform>Scanned {count} days ago as number {position}. Nothing was added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scanned {count} hours ago as number {position}. Nothing was added.</source>
        <translation>
            <numerusform>Scanned an hour ago as number {position}. Nothing was added.</numerusform>
            <numerusform>Scanned {count} hours ago as number {position}. Nothing was added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scanned {count} minutes ago as number {position}. Nothing was added.</source>
        <translation>
            <numerusform>Scanned a minute ago as number {position}. Nothing was added.</numerusform>
            <numerusform>Scanned {count} minutes ago as number {position}. Nothing was added.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scanned, not queued yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner and PC are set to different keyboards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner and PC are set to the same keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning goes on, claims are sent later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning goes on; everything is sent when the network is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning goes on; it takes over when the other is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning goes on; sending begins when its last call is answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning works. To send, set the partner id and the key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans are taken again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See line {line}: every cell must end on the line it begins on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen and acknowledged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends each character as a number with Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends {sign} for the separator of GS1 codes, which is put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial number {serial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial numbers are kept here but not sent: name maker and model with Change batch (F6).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service out of reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service overloaded (503)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set as for box 2. Scan one of these amid box 2: it is asked whether they are one phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set for this batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the phone aside and look it up in the portal. Whoever holds it there must release it; then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the phone aside and show this to your supervisor: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the phone aside. Check that the customer is one of ours and that the device is not another's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the scanner to US English or to the keyboard of this PC (Honeywell: Keyboard Country Layout; other makers: look for the country of the keyboard in the guide), or use serial mode (USB COM port): it needs no keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several numbers in one. Enter says what they are together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several phones in this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several serial numbers in one code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in is not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in no longer accepted (401)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed on at this station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed on. No scans are taken until this operator has confirmed {name}: scan the customer's card, or “Understood”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs that keyboard layouts move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow: {gap} ms from character to character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some characters arrive as others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some claims wait for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between this PC and the service answers. Ask IT for the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing behind {verb}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still for {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop scanning and call IT. Keep the folder: the journal in it can be recovered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop taking scans. Scan it again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such labels are understood from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swedish or Finnish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swiss French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swiss German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it off on the keyboard, and start again. Zebra scanners can simulate Caps Lock to undo it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch the maker's own code or label identifiers off. AIM identifiers do the same and are understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TO GO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last scan back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken for a serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach this label …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach your scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The IMEI before was {imei}. The two of a phone mostly follow each other, these do not: look at the box. “One phone” also holds for others of this batch that are as far apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The IMEI before was {imei}. These two follow each other, but so do the last of one phone and the first of the next. The phones before begin on even numbers and these on an odd one, or the other way round: look at the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account before is finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer holds for every code of 14 digits in this batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer holds for every such code in this batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The batch is not queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box before is not finished, and both labels say the same of IMEI1 and IMEI2. Nothing was added. {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box before is not finished, and nothing proves that this MEID and IMEI are of one phone. Nothing was added. {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box before is not finished, and this is another model. Nothing was added. {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box before is not finished. Nothing was added. {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box before is not finished. Nothing was added. “Next box” finishes it as it is, “Undo” begins it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box before was added as it was. {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digit does not fit. Scan the barcode labelled IMEI again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check digit of this IMEI does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data folder cannot be written to. Ask IT to check its rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is of version {found}, this program knows up to {known}. Install the newer ztdesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device is on file with another maker. Retry without a maker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device limit is exceeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The digits of an IMEI stand among other signs. Scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then scan the last box again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reports a fault ({reason}). Stop scanning and call IT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of this code is missing. Scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says order “{found}”, the batch is for “{wanted}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identifier is refused although its check digit is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has {found} cells, the line of headings {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manufacturer is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The modemtype is given, the number is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The modemtype is “{found}”; it must be IMEI or MEID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next scan is looked up and not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note says how many are expected. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number does not fit the name beside it. Scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order number is “{found}”, above it was “{wanted}”. Import one file for each order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The owner is “{found}”, not the customer {customer} of this import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page shows the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice service does not run ({reason}). Close the window and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pre-provisioning token is not valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pre-provisioning token was revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profiletype is “{found}”; only ZERO_TOUCH can be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same device is named in line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner changes capitals and small letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner left out what separates the fields. Scan the IMEI alone, or set up the scanner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scanner sent nothing. Scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second modem needs a first one with another number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section cannot be claimed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service answered {status}. Show it to your supervisor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service asks for patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not know it as claimed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service failed on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gave no verdict. The device is being looked up; do not send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gives no verdict at all for this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has a problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has it claimed for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has not been reached yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has not been reached yet. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service said: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service's certificate was refused ({reason}). Check this PC's clock; a proxy that looks into traffic must be trusted by this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two IMEIs of a phone are alike, and these are not. Nothing was added. Scan each box by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two IMEIs of a phone mostly follow each other, and the phones of a batch begin alike. These look different: look at the box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window needs system libraries that are missing here ({names}), install them with: {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window needs system libraries that are missing here, please install them: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a hyphen too many. Print a new card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a line of headings and nothing below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more than one number in the cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is more than one number in the cell. A line names one device, each number in its column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is neither an IMEI or MEID nor a serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no batch {batch} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device in this batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no line with a device in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no number in this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), start ztdesk in a desktop session or use its command line: ztdesk --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were sent as {account}. Set up that account again to learn what became of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This IMEI seems to have lost zeros at its beginning. Export the column as text, not as a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PC claimed it less than an hour ago for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This PC claimed it {count} days ago for {name}.</source>
        <translation>
            <numerusform>This PC claimed it a day ago for {name}.</numerusform>
            <numerusform>This PC claimed it {count} days ago for {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This PC claimed it {count} hours ago for {name}.</source>
        <translation>
            <numerusform>This PC claimed it an hour ago for {name}.</numerusform>
            <numerusform>This PC claimed it {count} hours ago for {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>This Python has SQLite {found}, ztdesk needs {wanted} or newer. Use a newer Python or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This batch of {count} devices is for {name}. Nothing was changed. Scan “Understood”, then queue it first.</source>
        <translation>
            <numerusform>This batch of one device is for {name}. Nothing was changed. Scan “Understood”, then queue it first.</numerusform>
            <numerusform>This batch of {count} devices is for {name}. Nothing was changed. Scan “Understood”, then queue it first.</numerusform>
        </translation>
    </message>
    <message>
        <source>This box changed in another window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This box is complete as it is. Go on with the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be a serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This customer already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is for practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a MEID, not an IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault of this program. Report it with the batch number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a rounded number. Format the column as text in the spreadsheet, then copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no MEID: 14 hexadecimal or 18 decimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no label of a phone. Scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an IMEI of 15 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like a serial number. Scan the IMEI, or give the batch a maker and model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be a piece of an IMEI. Scan again; a box whose serial number is digits alone is finished with “Next box”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be a piece of an IMEI. Scan again; for such serial numbers set the batch to serial numbers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be an IMEI without its check digit, or another number. Scan the IMEI with 15 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be the product code of a carton (GTIN-14). The answer holds for this code alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number has a software version where the check digit belongs. Scan the IMEI with 15 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program has no command {word}. Print a card with this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run of digits is longer than an IMEI. Scan the barcode labelled IMEI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This station takes no command cards. Use the buttons below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three phones. The first scan only shows them: scan it again, or “Next box”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long for a code that a scanner can read. Type it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long for a delivery note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long for any number on a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many digits for an IMEI, which has 15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests (429)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too slow: {gap} ms from character to character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two IMEIs and a serial number, one device. First set Codes per box (F6): IMEI + IMEI2 + serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two codes of this box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two fields may be read as one. Serial mode (USB COM port) keeps them. As a keyboard: Datalogic, control character 00 sends them as Control keys; other makers: look for control characters in the guide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two order numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two phones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two phones: this one begins the next box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNEXPECTED · SCANNED, NOT ON THE DELIVERY NOTE: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UPDATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the built-in model name, not the one on the advert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the maker's built-in name, or scan the IMEI without a maker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Use the other {count} lines</source>
        <translation>
            <numerusform>Use the other line</numerusform>
            <numerusform>Use the other {count} lines</numerusform>
        </translation>
    </message>
    <message>
        <source>VERDICT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor {vendor} claimed it for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for another ztdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for set-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrives is garbled. Set the same baud rate, parity and stop bits here and in the scanner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What becomes of each scan is shown here, in large letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When all boxes are scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows does not allow {port} to be opened. Ask IT for the right to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes GS1 codes with brackets, which is understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, the IMEI with software version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros name no phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters sent as numbers with Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no account is set up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: taken as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>scanned, {count} more than expected</source>
        <translation>
            <numerusform>scanned, {count} more than expected</numerusform>
            <numerusform>scanned, {count} more than expected</numerusform>
        </translation>
    </message>
    <message>
        <source>the characters; PC set to {pc}, scanner to {layout}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the places of the keys; scanner set to {layout}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ztdesk · {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{card}: {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counts} · Customer {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counts} · Order {order} · Customer {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} IMEIs in one code: how many phones?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} badges</source>
        <translation>
            <numerusform>{count} badge</numerusform>
            <numerusform>{count} badges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} boxes</source>
        <translation>
            <numerusform>{count} box</numerusform>
            <numerusform>{count} boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} claimed</source>
        <translation>
            <numerusform>{count} claimed</numerusform>
            <numerusform>{count} claimed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} customers chosen</source>
        <translation>
            <numerusform>{count} customer chosen</numerusform>
            <numerusform>{count} customers chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices</source>
        <translation>
            <numerusform>{count} device</numerusform>
            <numerusform>{count} devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices are claimed for somebody else: a claim would fail. Their rows are amber.</source>
        <translation>
            <numerusform>{count} device is claimed for somebody else: a claim would fail. Its row is amber.</numerusform>
            <numerusform>{count} devices are claimed for somebody else: a claim would fail. Their rows are amber.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices are missing</source>
        <translation>
            <numerusform>{count} device is missing</numerusform>
            <numerusform>{count} devices are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices are missing. A queued batch takes no more scans.</source>
        <translation>
            <numerusform>{count} device is missing. A queued batch takes no more scans.</numerusform>
            <numerusform>{count} devices are missing. A queued batch takes no more scans.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices are not on the delivery note</source>
        <translation>
            <numerusform>{count} device is not on the delivery note</numerusform>
            <numerusform>{count} devices are not on the delivery note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices are too many. A queued batch cannot be changed.</source>
        <translation>
            <numerusform>{count} device is too many. A queued batch cannot be changed.</numerusform>
            <numerusform>{count} devices are too many. A queued batch cannot be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices exported</source>
        <translation>
            <numerusform>{count} device exported</numerusform>
            <numerusform>{count} devices exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices in it</source>
        <translation>
            <numerusform>{count} device in it</numerusform>
            <numerusform>{count} devices in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices queued</source>
        <translation>
            <numerusform>{count} device queued</numerusform>
            <numerusform>{count} devices queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices scanned</source>
        <translation>
            <numerusform>{count} device scanned</numerusform>
            <numerusform>{count} devices scanned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices were not retried</source>
        <translation>
            <numerusform>{count} device was not retried</numerusform>
            <numerusform>{count} devices were not retried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} devices, given up</source>
        <translation>
            <numerusform>{count} device, given up</numerusform>
            <numerusform>{count} devices, given up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} expected</source>
        <translation>
            <numerusform>{count} expected</numerusform>
            <numerusform>{count} expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} in batch {batch}</source>
        <translation>
            <numerusform>{count} in batch {batch}</numerusform>
            <numerusform>{count} in batch {batch}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} in {batches} batches</source>
        <translation>
            <numerusform>{count} in {batches} batches</numerusform>
            <numerusform>{count} in {batches} batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines</source>
        <translation>
            <numerusform>{count} line</numerusform>
            <numerusform>{count} lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines name no device</source>
        <translation>
            <numerusform>{count} line names no device</numerusform>
            <numerusform>{count} lines name no device</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more bad lines</source>
        <translation>
            <numerusform>{count} more bad line</numerusform>
            <numerusform>{count} more bad lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more digits for an IMEI</source>
        <translation>
            <numerusform>1 more digit for an IMEI</numerusform>
            <numerusform>{count} more digits for an IMEI</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} more of its numbers are broken or not clear. {how}</source>
        <translation>
            <numerusform>{count} more of its numbers is broken or not clear. {how}</numerusform>
            <numerusform>{count} more of its numbers are broken or not clear. {how}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} need you</source>
        <translation>
            <numerusform>{count} needs you</numerusform>
            <numerusform>{count} need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} not known yet</source>
        <translation>
            <numerusform>{count} not known yet</numerusform>
            <numerusform>{count} not known yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} not sent</source>
        <translation>
            <numerusform>{count} not sent</numerusform>
            <numerusform>{count} not sent</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {expected} scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} of {total} need you</source>
        <translation>
            <numerusform>{count} of {total} needs you</numerusform>
            <numerusform>{count} of {total} need you</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {total} retried in batch {batch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} retried in {batches} batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} phones added</source>
        <translation>
            <numerusform>{count} phone added</numerusform>
            <numerusform>{count} phones added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} phones are in a batch already. {how}</source>
        <translation>
            <numerusform>{count} phone is in a batch already. {how}</numerusform>
            <numerusform>{count} phones are in a batch already. {how}</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} phones with one IMEI each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} phones with two IMEIs each</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{count} queued at {time}</source>
        <translation>
            <numerusform>{count} queued at {time}</numerusform>
            <numerusform>{count} queued at {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} references for Google</source>
        <translation>
            <numerusform>{count} reference for Google</numerusform>
            <numerusform>{count} references for Google</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} released</source>
        <translation>
            <numerusform>{count} released</numerusform>
            <numerusform>{count} released</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} retried in batch {batch}</source>
        <translation>
            <numerusform>{count} retried in batch {batch}</numerusform>
            <numerusform>{count} retried in batch {batch}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} retried in {batches} batches</source>
        <translation>
            <numerusform>{count} retried in {batches} batches</numerusform>
            <numerusform>{count} retried in {batches} batches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} scanned</source>
        <translation>
            <numerusform>{count} scanned</numerusform>
            <numerusform>{count} scanned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} to go</source>
        <translation>
            <numerusform>{count} to go</numerusform>
            <numerusform>{count} to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} updated</source>
        <translation>
            <numerusform>{count} updated</numerusform>
            <numerusform>{count} updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} verdicts to come</source>
        <translation>
            <numerusform>{count} verdict to come</numerusform>
            <numerusform>{count} verdicts to come</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {devices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {devices} · about {left} h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {devices} · about {left} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {devices} · about {left} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {devices} · {unknown} being looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{done} of {total} · about {count} h left</source>
        <translation>
            <numerusform>{done} of {total} · about {count} h left</numerusform>
            <numerusform>{done} of {total} · about {count} h left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {total} · about {count} min left</source>
        <translation>
            <numerusform>{done} of {total} · about {count} min left</numerusform>
            <numerusform>{done} of {total} · about {count} min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {total} · about {count} s left</source>
        <translation>
            <numerusform>{done} of {total} · about {count} s left</numerusform>
            <numerusform>{done} of {total} · about {count} s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of {total} · {count} being looked up</source>
        <translation>
            <numerusform>{done} of {total} · {count} being looked up</numerusform>
            <numerusform>{done} of {total} · {count} being looked up</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a service account's key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{file} is not loaded: {count} of {lines} lines name no device.</source>
        <translation>
            <numerusform>{file} is not loaded: {count} of {lines} lines names no device.</numerusform>
            <numerusform>{file} is not loaded: {count} of {lines} lines name no device.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file} is not loaded: {count} of {lines} lines name no device. The delivery note of before stays so far.</source>
        <translation>
            <numerusform>{file} is not loaded: {count} of {lines} lines names no device. The delivery note of before stays so far.</numerusform>
            <numerusform>{file} is not loaded: {count} of {lines} lines name no device. The delivery note of before stays so far.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is not the JSON key of a service account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {reason}. Choose the service account's key file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {second}, {third}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{first}, {second}, {third} and {count} more</source>
        <translation>
            <numerusform>{first}, {second}, {third} and {count} more</numerusform>
            <numerusform>{first}, {second}, {third} and {count} more</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} The service is asked …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here} The service was not asked: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{how} Nothing need be changed in ztdesk; other programs get wrong characters from this scanner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} is a vendor's customer or unknown; devices can be claimed for own customers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} is not a customer's id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} · {symbology}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} missing, {unexpected} not on the delivery note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({id})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} to add, but no more are expected. {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} to add, but only {still} more expected. {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{numbers} (line {line})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} (no. {position} above)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has a line of more than {count} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Name the file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not text. Export it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} cannot be used. Check port, baud rate, parity and stop bits. The system says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}. Ask IT to let ztdesk through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}. Check the folder and its rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}. Close it where it is open, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scanner} did not send its end. Scan that code again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scanner} went away while it sent. Scan that code again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{service} {here}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{some}, {more}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{station} · scanner: keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{station} · scanner: {scanner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{station} · scanner: {scanner}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is neither a plain https address nor http on this PC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is no address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a number of digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb} stands alone; nothing belongs behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Not taken since then: {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Nothing is taken until “Understood”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Of the other IMEI: {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} The IMEI scanned last was not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} The other IMEI begins the next box; the first “Undo” drops that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {left_out}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} · {operator}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} · {station}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} — it goes on by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Next box” finishes a box of which a code is missing. Go on scanning.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
